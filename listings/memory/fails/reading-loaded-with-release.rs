//! A display loads the flag with the word that the sensor stores it with
//!
//! If this compiled, `load` would panic when it is called: a load stores nothing that could be released, so `std` has no such operation.
//@ fixed-by: memory/reading-announced-by-a-release

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
        // ANCHOR: look
        if MEASURED.load(Ordering::Release) {
            //~^ invalid_atomic_ordering: atomic loads cannot have `Release` or `AcqRel` ordering
            let degrees = DEGREES.load(Ordering::Relaxed);
            let humidity = HUMIDITY.load(Ordering::Relaxed);
            println!("{degrees} degrees, {humidity} percent");
        } else {
            println!("not measured yet");
        }
        // ANCHOR_END: look
    });
}
// ANCHOR_END: both
