//! Two workers count their requests with `fetch_add`

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static REQUESTS: AtomicU32 = AtomicU32::new(0);

// ANCHOR: work
fn work() {
    for _ in 0..500 {
        REQUESTS.fetch_add(1, Ordering::Relaxed);
    }
}
// ANCHOR_END: work

fn main() {
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    println!("{} requests", REQUESTS.load(Ordering::Relaxed));
}
