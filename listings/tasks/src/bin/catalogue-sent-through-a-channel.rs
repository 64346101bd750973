//! A catalogue comes page by page through a channel, and the shop is busy at first

use std::time::Duration;
use tokio::sync::mpsc::{self, Sender};
use tokio::time::{Instant, sleep};

async fn supplier(pages: Sender<u32>) {
    for page in 1..=3 {
        sleep(Duration::from_millis(100)).await;
        pages.send(page).await.unwrap();
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // ANCHOR: main
    let start = Instant::now();
    let (sender, mut pages) = mpsc::channel(1);
    let supplier = tokio::spawn(supplier(sender));
    sleep(Duration::from_secs(1)).await;
    while let Some(page) = pages.recv().await {
        println!("{} ms: page {page}", start.elapsed().as_millis());
    }
    // ANCHOR_END: main
    supplier.await.unwrap();
}
