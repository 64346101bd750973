//! A transfer is waited for a second, and then waited for again

use std::pin::pin;
use std::time::Duration;
use tokio::time::{sleep, timeout};

async fn transfer() {
    println!("transfer: withdrawn");
    sleep(Duration::from_secs(2)).await;
    println!("transfer: paid in");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // ANCHOR: pinned
    let mut transfer = pin!(transfer());
    // ANCHOR_END: pinned
    let result = timeout(Duration::from_secs(1), &mut transfer).await;
    if result.is_err() {
        println!("main: please wait");
        transfer.await;
    }
}
