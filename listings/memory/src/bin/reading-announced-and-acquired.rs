//! A sensor writes two numbers and says that they are there, and the display acquires
//!
//! The load of `MEASURED` is an `Acquire`, and what it reads was stored with `Relaxed`. There is nothing to take in. `main` may read `true` and then the old `0` in `DEGREES`, in `HUMIDITY`, or in both.
//@ outcome: 21 degrees, 60 percent
//@ outcome: not measured yet
//@ schedules
//@ shape: MP `Acquire` alone: 0 degrees, 60 percent

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
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
