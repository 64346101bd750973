//! A sensor's reading, and a fence on each side, the sensor's behind its flag
//!
//! A release fence has an effect on the stores that come after it, and none comes after this one. `main` may read `true` and then the old `0` in `DEGREES`.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules
//@ shape: MP fences, one behind the flag: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Relaxed);
    fence(Ordering::Release);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if MEASURED.load(Ordering::Relaxed) {
            fence(Ordering::Acquire);
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not measured yet");
        }
    });
}
