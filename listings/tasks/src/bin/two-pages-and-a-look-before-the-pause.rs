//! Two pages are stored at a time, and the count is looked at first

use std::cell::Cell;
use std::time::Duration;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10) * page).await;
    println!("page {page}: stored");
}

async fn two_pages(step: impl AsyncFn(u32)) {
    tokio::join!(step(1), step(2));
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let stored = Cell::new(0);
    // ANCHOR: step
    two_pages(async |page| {
        let before = stored.get();
        store(page).await;
        stored.set(before + 1);
    })
    .await;
    // ANCHOR_END: step
    println!("{} pages", stored.get());
}
