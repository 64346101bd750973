//! Five requests and two threads
//@ unordered

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static REQUESTS: [&str; 5] = ["search", "search", "order", "search", "refund"];
static NEXT: AtomicUsize = AtomicUsize::new(0);

fn work() {
    while let Some(request) = REQUESTS.get(NEXT.fetch_add(1, Ordering::Relaxed)) {
        println!("{request}: answered");
    }
}

fn main() {
    let workers = [thread::spawn(work), thread::spawn(work)];

    for worker in workers {
        worker.join().unwrap();
    }
}
