//! Two sensors keep the highest temperature of the day, by `fetch_max`
//!
//! `fetch_max` compares with the last value there is, and puts the higher one in its place, in one step.
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HOTTEST: AtomicU32 = AtomicU32::new(20);
static START: Barrier = Barrier::new(2);

// ANCHOR: both
// ANCHOR: report
fn report(degrees: u32) {
    START.wait();
    HOTTEST.fetch_max(degrees, Ordering::Relaxed);
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
