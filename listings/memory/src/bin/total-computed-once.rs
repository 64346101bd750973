//! Two radios add what they have received to a total, in a loop that takes up the value it was told
//!
//! The value that is expected is brought up to date in each round, and the new one isn't. It was computed from the first look.
//@ outcome: 12 kB received
//@ outcome: 7 kB received
//@ outcome: 5 kB received
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static RECEIVED: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

// ANCHOR: add
fn add(size: u32) {
    let mut seen = RECEIVED.load(Ordering::Relaxed);
    let total = with_log(seen + size);
    while let Err(now) =
        RECEIVED.compare_exchange(seen, total, Ordering::Relaxed, Ordering::Relaxed)
    {
        seen = now;
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
