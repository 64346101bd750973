//! A page wants to know whether asking has worked
//!
//! If this compiled, `?` would have to find a result in a future that nobody has polled, and there'd be none: the
//! station would never have been asked.
//@ fixed-by: tasks/degrees-awaited

use std::num::ParseIntError;

async fn celsius(reading: &str) -> Result<i32, ParseIntError> {
    tokio::task::yield_now().await;
    reading.parse()
}

// ANCHOR: line
async fn line(reading: &str) -> Result<String, ParseIntError> {
    let degrees = celsius(reading)?; //~ E0277: the `?` operator can only be applied to values that implement `Try`
    Ok(format!("{degrees} °C"))
}
// ANCHOR_END: line

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:?}", line("12").await);
    println!("{:?}", line("ice").await);
}
