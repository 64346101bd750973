//! A sensor releases a number, and the display acquires it, beside a flag
//!
//! A load of `DEGREES` takes in what came with the value that it reads, and the old `0` came with nothing. Which of the two values it reads is what was in question. The flag has been seen, and carries nothing.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules
//@ shape: MP `Release` and `Acquire`, on the other variable: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn sensor() {
    DEGREES.store(21, Ordering::Release);
    MEASURED.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::Relaxed);
        let degrees = DEGREES.load(Ordering::Acquire);
        match measured {
            true => println!("{degrees} degrees"),
            false => println!("not measured yet"),
        }
    });
}
// ANCHOR_END: both
