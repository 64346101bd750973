//! A sensor tells the log and the display that it has measured, by two flags of which the first is released
//!
//! The store of `FOR_THE_LOG` releases the reading, and the store behind it carries nothing but itself. Whoever looks at the second flag may read `true` and then the old `0` in `DEGREES`.
//@ outcome: display: 21 degrees
//@ outcome: display: nothing yet
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static FOR_THE_LOG: AtomicBool = AtomicBool::new(false);
static FOR_THE_DISPLAY: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    FOR_THE_LOG.store(true, Ordering::Release);
    FOR_THE_DISPLAY.store(true, Ordering::Relaxed);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if FOR_THE_DISPLAY.load(Ordering::Acquire) {
            println!("display: {} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("display: nothing yet");
        }
    });
}
// ANCHOR_END: both
