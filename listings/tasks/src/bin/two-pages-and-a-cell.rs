//! Two pages are stored at a time, and counted in a `Cell`

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
    // ANCHOR: step
    let stored = Cell::new(0);
    two_pages(async |page| {
        store(page).await;
        stored.update(|count| count + 1);
    })
    .await;
    println!("{} pages", stored.get());
    // ANCHOR_END: step
}
