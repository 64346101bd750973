//! A sensor announces a reading, a relay passes the announcement on
//!
//! All accesses are `Relaxed`. Each of the two announcements tells about itself alone, and so the reading may still be the 0 that was there at first.
//@ outcome: not passed on
//@ outcome: passed on: 21 degrees
//@ schedules
//@ shape: ISA2 `Relaxed`: passed on: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);
static PASSED_ON: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            DEGREES.store(21, Ordering::Relaxed);
            MEASURED.store(true, Ordering::Relaxed);
        });
        scope.spawn(|| {
            let measured = MEASURED.load(Ordering::Relaxed);
            PASSED_ON.store(measured, Ordering::Relaxed);
        });
        if PASSED_ON.load(Ordering::Relaxed) {
            println!("passed on: {} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not passed on");
        }
    });
}
