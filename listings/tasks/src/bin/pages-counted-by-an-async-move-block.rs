//! Pages are counted by an `async move` block

use std::time::Duration;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10)).await;
    println!("page {page}: stored");
}

async fn for_each_page<Fut: Future<Output = ()>>(mut step: impl FnMut(u32) -> Fut) {
    for page in 1..=3 {
        sleep(Duration::from_millis(100)).await;
        step(page).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut stored = 0;
    // ANCHOR: call
    for_each_page(|page| async move {
        store(page).await;
        stored += 1;
        println!("so far: {stored}");
    })
    .await;
    // ANCHOR_END: call
    println!("{stored} pages");
}
