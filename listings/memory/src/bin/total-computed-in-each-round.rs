//! Two radios add what they have received to a total, in a loop that computes the new one in each round
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static RECEIVED: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

// ANCHOR: add
fn add(size: u32) {
    let mut seen = RECEIVED.load(Ordering::Relaxed);
    loop {
        let total = with_log(seen + size);
        match RECEIVED.compare_exchange(seen, total, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => break,
            Err(now) => seen = now,
        }
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
