//! Pages are counted by an `async` closure

use std::time::Duration;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10)).await;
    println!("page {page}: stored");
}

async fn for_each_page(mut step: impl AsyncFnMut(u32)) {
    for page in 1..=3 {
        sleep(Duration::from_millis(100)).await;
        step(page).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut stored = 0;
    // ANCHOR: call
    for_each_page(async |page| {
        store(page).await;
        stored += 1;
    })
    .await;
    // ANCHOR_END: call
    println!("{stored} pages");
}
