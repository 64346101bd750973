//! Amounts of four digits come in pieces, and what has been read is kept between attempts

use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::time::{sleep, timeout};

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (mut bank, mut line) = duplex(64);
    let task = tokio::spawn(async move {
        bank.write_all(b"47").await.unwrap();
        sleep(Duration::from_secs(2)).await;
        bank.write_all(b"11").await.unwrap();
        bank.write_all(b"0830").await.unwrap();
        bank
    });
    sleep(Duration::from_millis(500)).await;
    let mut digits = [0; 4];
    let mut read = 0;
    // ANCHOR: read
    while read < digits.len() {
        let rest = &mut digits[read..];
        match timeout(Duration::from_secs(1), line.read(rest)).await {
            Ok(count) => read += count.unwrap(),
            Err(_) => println!("nothing yet"),
        }
    }
    // ANCHOR_END: read
    println!("amount: {}", str::from_utf8(&digits).unwrap());
    task.await.unwrap();
}
