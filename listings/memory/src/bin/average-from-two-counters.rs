//! The display works out an average while a sensor measures
//!
//! `main` may read the count before the second reading and the sum after it, which gives 42; that's an order of steps. With `Relaxed` it may also read the new count and then the old sum, which gives 10.
//@ outcome: 20 degrees on average
//@ outcome: 21 degrees on average
//@ outcome: 42 degrees on average
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// One reading of 20 degrees has been taken already.
static SUM: AtomicU32 = AtomicU32::new(20);
static COUNT: AtomicU32 = AtomicU32::new(1);
static START: Barrier = Barrier::new(2);

fn draw(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

// ANCHOR: both
fn sensor() {
    START.wait();
    SUM.fetch_add(22, Ordering::Relaxed);
    COUNT.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        START.wait();
        let count = COUNT.load(Ordering::Relaxed);
        draw(count);
        let sum = SUM.load(Ordering::Relaxed);
        println!("{} degrees on average", sum / count);
    });
}
// ANCHOR_END: both
