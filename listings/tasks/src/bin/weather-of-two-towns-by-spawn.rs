//! Two towns are asked for their weather, each by a task of its own

use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::{Instant, sleep};

// ANCHOR: program
async fn weather(town: &str, delay: u64) {
    sleep(Duration::from_millis(delay)).await;
    println!("{town}: rain");
}

async fn page() {
    let start = Instant::now();
    let oslo = tokio::spawn(weather("Oslo", 300));
    let bergen = tokio::spawn(weather("Bergen", 100));
    oslo.await.unwrap();
    bergen.await.unwrap();
    println!("page: {} ms", start.elapsed().as_millis());
}

fn main() {
    let runtime = Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .unwrap();
    runtime.block_on(page());
}
// ANCHOR_END: program
