//! Two radios add what they have received to a total, in a loop that keeps to its first look
//!
//! If the other radio was quicker, the total will never be what it was at the first look, and the loop has no end.
//@ may-hang
//@ schedules

use std::hint;
use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static RECEIVED: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

// ANCHOR: add
fn add(size: u32) {
    let seen = RECEIVED.load(Ordering::Relaxed);
    let total = with_log(seen + size);
    while RECEIVED
        .compare_exchange(seen, total, Ordering::Relaxed, Ordering::Relaxed)
        .is_err()
    {
        hint::spin_loop();
    }
}
// ANCHOR_END: add

fn with_log(total: u32) -> u32 {
    let _log: String = (0..100).map(|_| total.to_string()).collect();
    total
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            START.wait();
            add(5);
        });
        START.wait();
        add(7);
    });

    println!("{} kB received", RECEIVED.load(Ordering::Relaxed));
}
