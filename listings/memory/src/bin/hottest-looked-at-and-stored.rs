//! Two sensors keep the highest temperature of the day
//!
//! Between the look and the store the other sensor may store something higher, and then the lower value is written over it. That's an order of steps, and no ordering prevents it.
//@ outcome: hottest: 31 degrees
//@ outcome: hottest: 27 degrees
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HOTTEST: AtomicU32 = AtomicU32::new(20);
static START: Barrier = Barrier::new(2);

fn write_to_log(degrees: u32) -> String {
    (0..300).map(|_| degrees.to_string()).collect()
}

// ANCHOR: both
// ANCHOR: report
fn report(degrees: u32) {
    START.wait();
    if degrees > HOTTEST.load(Ordering::Relaxed) {
        write_to_log(degrees);
        HOTTEST.store(degrees, Ordering::Relaxed);
    }
}
// ANCHOR_END: report

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| report(31));
        report(27);
    });
    println!("hottest: {} degrees", HOTTEST.load(Ordering::Relaxed));
}
// ANCHOR_END: both
