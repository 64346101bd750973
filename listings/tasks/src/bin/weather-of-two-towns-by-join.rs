//! Two towns are asked for their weather by one task

use std::time::Duration;
use tokio::time::{Instant, sleep};

async fn weather(town: &str, delay: u64) {
    sleep(Duration::from_millis(delay)).await;
    println!("{town}: rain");
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let towns = String::from("Oslo,Bergen");
    let (oslo, bergen) = towns.split_once(',').unwrap();
    tokio::join!(weather(oslo, 300), weather(bergen, 100));
    println!("page: {} ms", start.elapsed().as_millis());
}
// ANCHOR_END: main
