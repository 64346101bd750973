//! A sensor announces a reading, a relay passes the announcement on, and each step is released and acquired
//!
//! The reading is stored before the sensor's release, which the relay acquires before its own release, which `main` acquires. So whoever has seen the second announcement has the reading.
//@ outcome: not passed on
//@ outcome: passed on: 21 degrees
//@ schedules
//@ shape: ISA2 `Release` and `Acquire`: passed on: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);
static PASSED_ON: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            DEGREES.store(21, Ordering::Relaxed);
            MEASURED.store(true, Ordering::Release);
        });
        scope.spawn(|| {
            let measured = MEASURED.load(Ordering::Acquire);
            PASSED_ON.store(measured, Ordering::Release);
        });
        if PASSED_ON.load(Ordering::Acquire) {
            println!("passed on: {} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not passed on");
        }
    });
}
