//! Four towns are asked for their weather, under a limit

use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep};

// ANCHOR: weather
static PERMITS: Semaphore = Semaphore::const_new(2);

async fn weather() {
    let _permit = PERMITS.acquire().await.unwrap();
    sleep(Duration::from_millis(100)).await;
}
// ANCHOR_END: weather

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    tokio::join!(weather(), weather(), weather(), weather());
    println!("page: {} ms", start.elapsed().as_millis());
}
