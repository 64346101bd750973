//! Amounts of four digits come in pieces, and each attempt to read one lasts a second

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
    // ANCHOR: read
    let mut digits = [0; 4];
    while timeout(Duration::from_secs(1), line.read_exact(&mut digits))
        .await
        .is_err()
    {
        println!("nothing yet");
    }
    println!("amount: {}", str::from_utf8(&digits).unwrap());
    // ANCHOR_END: read
    task.await.unwrap();
}
