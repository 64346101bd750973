//! A sensor's reading is announced and corrected, every access by the two `SeqCst`
//!
//! The reading comes before its announcement in the one order, and the correction after the look that has seen that. Stores to one variable count in this order. A pair of `Release` and `Acquire` on the announcement is enough for that.
//@ outcome: corrected: false, 25 degrees
//@ outcome: corrected: true, 23 degrees
//@ schedules
//@ shape: S `SeqCst`: corrected: true, 25 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

fn sensor() {
    DEGREES.store(25, Ordering::SeqCst);
    MEASURED.store(true, Ordering::SeqCst);
}

fn main() {
    let corrected = thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::SeqCst);
        if measured {
            DEGREES.store(23, Ordering::SeqCst);
        }
        measured
    });

    let degrees = DEGREES.load(Ordering::Relaxed);
    println!("corrected: {corrected}, {degrees} degrees");
}
