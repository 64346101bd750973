//! A sensor writes a reading and announces it, and whoever sees that writes the corrected one
//!
//! All accesses are `Relaxed`. That the announcement has been seen says nothing about the place of the sensor's other store, and it may count after the corrected reading.
//@ outcome: corrected: false, 25 degrees
//@ outcome: corrected: true, 23 degrees
//@ schedules
//@ shape: S `Relaxed`: corrected: true, 25 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn sensor() {
    DEGREES.store(25, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Relaxed);
}

fn main() {
    let corrected = thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::Relaxed);
        if measured {
            DEGREES.store(23, Ordering::Relaxed);
        }
        measured
    });

    let degrees = DEGREES.load(Ordering::Relaxed);
    println!("corrected: {corrected}, {degrees} degrees");
}
// ANCHOR_END: both
