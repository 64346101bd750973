//! A sensor's reading is announced behind a fence, and corrected behind another
//!
//! The load that has seen the announcement stands before the acquire fence. So the sensor's reading happens before the correction, and counts before it.
//@ outcome: corrected: false, 25 degrees
//@ outcome: corrected: true, 23 degrees
//@ schedules
//@ shape: S `Release` and `Acquire` fences: corrected: true, 25 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

fn sensor() {
    DEGREES.store(25, Ordering::Relaxed);
    fence(Ordering::Release);
    MEASURED.store(true, Ordering::Relaxed);
}

fn main() {
    let corrected = thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::Relaxed);
        if measured {
            fence(Ordering::Acquire);
            DEGREES.store(23, Ordering::Relaxed);
        }
        measured
    });

    let degrees = DEGREES.load(Ordering::Relaxed);
    println!("corrected: {corrected}, {degrees} degrees");
}
