//! A sensor stores one reading in front of its fence, and another one behind it
//!
//! A flag behind a release fence carries what stands before the fence. The humidity comes after it, so the display may read `true` and then the old `0` in `HUMIDITY`.
//@ outcome: nothing yet
//@ outcome: 21 degrees, 60 percent
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static HUMIDITY: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    fence(Ordering::Release);
    HUMIDITY.store(60, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Relaxed);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if MEASURED.load(Ordering::Acquire) {
            let degrees = DEGREES.load(Ordering::Relaxed);
            let humidity = HUMIDITY.load(Ordering::Relaxed);
            println!("{degrees} degrees, {humidity} percent");
        } else {
            println!("nothing yet");
        }
    });
}
