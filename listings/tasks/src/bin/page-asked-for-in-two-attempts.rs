//! The shop calls an `async` method in vain, and then once more

use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

#[derive(Default)]
struct Catalogue {
    asked: u32,
}

impl Catalogue {
    // ANCHOR: next
    async fn next(&mut self) -> Option<u32> {
        self.asked += 1;
        let page = self.asked;
        sleep(Duration::from_millis(100)).await;
        Some(page)
    }
    // ANCHOR_END: next
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let mut pages = Catalogue::default();
    let limit = Duration::from_millis(60);
    if timeout(limit, pages.next()).await.is_err() {
        println!("shop: nothing yet");
    }
    let page = pages.next().await.unwrap();
    println!("{} ms: page {page}", start.elapsed().as_millis());
}
