//! A sensor tells the log and the display that it has measured, by two flags behind one fence
//!
//! Both stores come after the release fence. Whoever acquires either of them has all that stands before it.
//@ outcome: display: 21 degrees
//@ outcome: display: nothing yet
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static FOR_THE_LOG: AtomicBool = AtomicBool::new(false);
static FOR_THE_DISPLAY: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    fence(Ordering::Release);
    FOR_THE_LOG.store(true, Ordering::Relaxed);
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
