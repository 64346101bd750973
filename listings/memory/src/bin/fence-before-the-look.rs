//! A sensor's reading, and a fence on each side
//!
//! An acquire fence makes something of loads that stand *before* it. Here it stands before the load of `MEASURED`, where nothing has been read yet, and the load itself is `Relaxed`. So `main` may read `true` and then the old `0` in `DEGREES`.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules
//@ shape: MP fences, one before the look: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    fence(Ordering::Release);
    MEASURED.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        fence(Ordering::Acquire);
        if MEASURED.load(Ordering::Relaxed) {
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
