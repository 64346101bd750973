//! A sensor's reading, and a `compiler_fence` on each side
//!
//! A `compiler_fence` orders what one thread does, as seen by code that interrupts this very thread. Between two threads it orders nothing, so `main` may read `true` and then the old `0` in `DEGREES`.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules
//@ shape: MP `compiler_fence` on both sides: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, compiler_fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    compiler_fence(Ordering::Release);
    MEASURED.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if MEASURED.load(Ordering::Relaxed) {
            compiler_fence(Ordering::Acquire);
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
