//! Two threads add what they've received to a total, and one of them takes its own back again
//!
//! The exchange may find a 5 that has been a 12 in the meantime. It puts an 8 there, which is what 5 and 3 are, however the 5 came about.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static TOTAL: AtomicU32 = AtomicU32::new(5);

// ANCHOR: both
fn add(received: u32) {
    let mut seen = TOTAL.load(Ordering::Relaxed);
    loop {
        let sum = seen + received;
        match TOTAL.compare_exchange(seen, sum, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => seen = now,
        }
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| add(3));
        TOTAL.fetch_add(7, Ordering::Relaxed);
        // The packet was damaged.
        TOTAL.fetch_sub(7, Ordering::Relaxed);
    });
    println!("{} kB received", TOTAL.load(Ordering::Relaxed));
}
// ANCHOR_END: both
