//! A display parks until a reading is announced with `Release`, looks with `Acquire`, and prints it
//!
//! Now the announcement itself is an edge, whether the display has parked or not.
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static ANNOUNCED: AtomicBool = AtomicBool::new(false);

fn main() {
    // ANCHOR: announcing
    let display = thread::spawn(|| {
        while !ANNOUNCED.load(Ordering::Acquire) {
            thread::park();
        }
        println!("{} degrees", DEGREES.load(Ordering::Relaxed));
    });

    DEGREES.store(21, Ordering::Relaxed);
    ANNOUNCED.store(true, Ordering::Release);
    // ANCHOR_END: announcing
    display.thread().unpark();
    display.join().unwrap();
}
