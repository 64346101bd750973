//! A sensor releases a flag, and the display acquires it, beside a number
//!
//! Whoever has read the `true` has acquired what was done before it was stored. The number itself needs no ordering.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    MEASURED.store(true, Ordering::Release);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = MEASURED.load(Ordering::Acquire);
        let degrees = DEGREES.load(Ordering::Relaxed);
        match measured {
            true => println!("{degrees} degrees"),
            false => println!("not measured yet"),
        }
    });
}
// ANCHOR_END: both
