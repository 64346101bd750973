//! Two searches add their hits by `fetch_add`
//@ schedules

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

fn search() -> usize {
    "the ferry leaves ".repeat(300).matches("ferry").count()
}

// ANCHOR: add
fn add(hits: &AtomicUsize, start: &Barrier) {
    start.wait();
    hits.fetch_add(search(), Ordering::Relaxed);
}
// ANCHOR_END: add

fn main() {
    let shared = Arc::new((AtomicUsize::new(0), Barrier::new(2)));
    let lent = Arc::clone(&shared);

    let other = thread::spawn(move || add(&lent.0, &lent.1));
    add(&shared.0, &shared.1);
    other.join().unwrap();

    println!("hits: {}", shared.0.load(Ordering::Relaxed));
}
