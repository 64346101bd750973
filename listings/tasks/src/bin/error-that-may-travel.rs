//! A letter whose date can't be read, and an error that says it may travel

use std::error::Error;

// ANCHOR: day
fn day(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
    Ok(text.parse()?)
}
// ANCHOR_END: day

async fn send(text: &str) {
    match day(text) {
        Ok(day) => println!("sent on day {day}"),
        Err(error) => {
            tokio::task::yield_now().await;
            println!("not sent: {error}");
        }
    }
}

#[tokio::main]
async fn main() {
    tokio::spawn(send("Monday")).await.unwrap();
}
