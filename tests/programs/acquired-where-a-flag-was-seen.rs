//! The release and the acquire are on the number, and the news of it comes by a flag that orders nothing
// A load that might have read an older value is a race even where it acquires what it reads.
//@ returns: 21 degrees
//@ returns:
//@ returns, only if memory is weak: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::{Acquire, Relaxed, Release}};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

fn main() {
    let sensor = thread::spawn(|| {
        DEGREES.store(21, Release);
        MEASURED.store(true, Relaxed);
    });
    if MEASURED.load(Relaxed) {
        println!("{} degrees", DEGREES.load(Acquire));
    }
    sensor.join().unwrap();
}
