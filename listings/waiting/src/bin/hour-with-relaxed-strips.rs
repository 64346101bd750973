//! Two strips are read and written without an order of their own
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static WEST: AtomicU32 = AtomicU32::new(0);
static EAST: AtomicU32 = AtomicU32::new(16);
static HOUR: Barrier = Barrier::new(2);

// ANCHOR: compute
fn compute(own: &AtomicU32, other: &AtomicU32) {
    for _ in 0..2 {
        let next = (3 * own.load(Relaxed) + other.load(Relaxed)) / 4;
        HOUR.wait();
        own.store(next, Relaxed);
        HOUR.wait();
    }
}
// ANCHOR_END: compute

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| compute(&WEST, &EAST));
        scope.spawn(|| compute(&EAST, &WEST));
    });
    println!("west {}, east {}", WEST.load(Relaxed), EAST.load(Relaxed));
}
