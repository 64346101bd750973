//! Two pages are stored at a time, and counted
//!
//! If this compiled, both futures would have an exclusive reference to `stored`. Each would look at it before it waits,
//! both would see 0, and both would write 1: two pages, of which one is counted.
//@ fixed-by: tasks/two-pages-and-a-cell

use std::time::Duration;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10) * page).await;
    println!("page {page}: stored");
}

// ANCHOR: two_pages
async fn two_pages(mut step: impl AsyncFnMut(u32)) {
    tokio::join!(step(1), step(2)); //~ E0499: more than once at a time
}
// ANCHOR_END: two_pages

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut stored = 0;
    two_pages(async |page| {
        let before = stored;
        store(page).await;
        stored = before + 1;
    })
    .await;
    println!("{stored} pages");
}
