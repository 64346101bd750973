//! A sensor writes two numbers and releases the news of them, and the display acquires
//!
//! One flag carries two numbers, and would carry two hundred: all that the sensor's thread did before its `Release` happens before all that follows the `Acquire` which has read the `true`.
//@ outcome: 21 degrees, 60 percent
//@ outcome: not measured yet
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static HUMIDITY: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    HUMIDITY.store(60, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Release);
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
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
