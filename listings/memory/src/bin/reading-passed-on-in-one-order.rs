//! A sensor announces a reading and a relay passes the announcement on, every access `SeqCst`
//!
//! If it has been passed on, the reading is the first in the one order, followed by the two announcements, and then by the look at the reading. A pair of `Release` and `Acquire` on each leg is enough for that.
//@ outcome: not passed on
//@ outcome: passed on: 21 degrees
//@ schedules
//@ shape: ISA2 `SeqCst`: passed on: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);
static PASSED_ON: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            DEGREES.store(21, Ordering::SeqCst);
            MEASURED.store(true, Ordering::SeqCst);
        });
        scope.spawn(|| {
            let measured = MEASURED.load(Ordering::SeqCst);
            PASSED_ON.store(measured, Ordering::SeqCst);
        });
        if PASSED_ON.load(Ordering::SeqCst) {
            println!("passed on: {} degrees", DEGREES.load(Ordering::SeqCst));
        } else {
            println!("not passed on");
        }
    });
}
