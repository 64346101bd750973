//! A page learns whether asking has worked

use std::num::ParseIntError;

async fn celsius(reading: &str) -> Result<i32, ParseIntError> {
    tokio::task::yield_now().await;
    reading.parse()
}

async fn line(reading: &str) -> Result<String, ParseIntError> {
    // ANCHOR: asked
    let degrees = celsius(reading).await?;
    // ANCHOR_END: asked
    Ok(format!("{degrees} °C"))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", line("12").await);
    println!("{:?}", line("ice").await);
}
