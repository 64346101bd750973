//! A sensor's reading, and a fence that asks for nothing
//!
//! If this compiled, the sensor would panic at its fence: a fence is nothing but an ordering, and `Relaxed` is none.
//@ fixed-by: memory/fence-after-the-look

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: sensor
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    fence(Ordering::Relaxed); //~ invalid_atomic_ordering: memory fences cannot have `Relaxed` ordering
    MEASURED.store(true, Ordering::Relaxed);
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if MEASURED.load(Ordering::Relaxed) {
            fence(Ordering::Acquire);
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not measured yet");
        }
    });
}
