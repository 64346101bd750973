//! The display works out an average while a sensor measures, and all is `SeqCst`
//!
//! With one order for all four accesses the new count can't be read with the old sum any more. The old count can still be read with the new sum: both of the sensor's steps fit between `main`'s two.
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
// ANCHOR: sensor
fn sensor() {
    START.wait();
    SUM.fetch_add(22, Ordering::SeqCst);
    COUNT.fetch_add(1, Ordering::SeqCst);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        START.wait();
        let count = COUNT.load(Ordering::SeqCst);
        draw(count);
        let sum = SUM.load(Ordering::SeqCst);
        println!("{} degrees on average", sum / count);
    });
}
// ANCHOR_END: both
