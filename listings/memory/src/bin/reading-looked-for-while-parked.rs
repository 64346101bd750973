//! A display parks until a reading is announced, and prints it
//!
//! If the display goes on from `park`, it has taken the token, and the sensor's stores are behind it. If it finds the announcement without having parked, it has taken nothing, and `DEGREES` may still be the old `0`.
//@ outcome: 21 degrees
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static ANNOUNCED: AtomicBool = AtomicBool::new(false);

fn main() {
    let display = thread::spawn(|| {
        while !ANNOUNCED.load(Ordering::Relaxed) {
            thread::park();
        }
        println!("{} degrees", DEGREES.load(Ordering::Relaxed));
    });

    DEGREES.store(21, Ordering::Relaxed);
    ANNOUNCED.store(true, Ordering::Relaxed);
    display.thread().unpark();
    display.join().unwrap();
}
