//! A letter whose date can't be read
//!
//! If this compiled, nothing would go wrong here: the error of `parse` may go anywhere. But its type has been forgotten,
//! and another `dyn Error` could hold an `Rc`, whose count two workers could then change at once.
//@ fixed-by: tasks/error-that-may-travel

use std::error::Error;

// ANCHOR: send
fn day(text: &str) -> Result<u8, Box<dyn Error>> {
    Ok(text.parse()?)
}

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
    tokio::spawn(send("Monday")).await.unwrap(); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: send
}
