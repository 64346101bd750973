//! A sensor announces a reading and a relay passes the announcement on, with a fence in each thread
//!
//! The relay's fence acquires what the sensor's has released and releases it again, so the one fence needs both halves. From there it goes to the acquire fence in `main`.
//@ outcome: not passed on
//@ outcome: passed on: 21 degrees
//@ schedules
//@ shape: ISA2 `Release` and `Acquire` fences: passed on: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);
static PASSED_ON: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            DEGREES.store(21, Ordering::Relaxed);
            fence(Ordering::Release);
            MEASURED.store(true, Ordering::Relaxed);
        });
        scope.spawn(|| {
            let measured = MEASURED.load(Ordering::Relaxed);
            fence(Ordering::AcqRel);
            PASSED_ON.store(measured, Ordering::Relaxed);
        });
        if PASSED_ON.load(Ordering::Relaxed) {
            fence(Ordering::Acquire);
            println!("passed on: {} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not passed on");
        }
    });
}
