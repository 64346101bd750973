//! The display works out an average while a sensor measures, from one number that holds both
//!
//! The upper half counts, the lower half adds up. One `fetch_add` changes both, and one load reads both.
//@ outcome: 20 degrees on average
//@ outcome: 21 degrees on average
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

const ONE: u64 = 1 << 32;

// ANCHOR: both
// One reading of 20 degrees has been taken already.
static COUNT_AND_SUM: AtomicU64 = AtomicU64::new(ONE + 20);
static START: Barrier = Barrier::new(2);

fn sensor() {
    START.wait();
    COUNT_AND_SUM.fetch_add(ONE + 22, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        START.wait();
        let both = COUNT_AND_SUM.load(Ordering::Relaxed);
        let (count, sum) = (both / ONE, both % ONE);
        println!("{} degrees on average", sum / count);
    });
}
// ANCHOR_END: both
