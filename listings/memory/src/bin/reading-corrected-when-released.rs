//! A sensor writes a reading and releases the announcement, and whoever acquires that writes the corrected one
//!
//! Once the announcement has been acquired, the sensor's reading has been stored before the corrected one, and counts before it.
//@ outcome: corrected: false, 25 degrees
//@ outcome: corrected: true, 23 degrees
//@ schedules
//@ shape: S `Release` and `Acquire`: corrected: true, 25 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: words
fn sensor() {
    DEGREES.store(25, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Release);
}

fn main() {
    let corrected = thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::Acquire);
        // ANCHOR_END: words
        if measured {
            DEGREES.store(23, Ordering::Relaxed);
        }
        measured
    });

    let degrees = DEGREES.load(Ordering::Relaxed);
    println!("corrected: {corrected}, {degrees} degrees");
}
