//! A sensor's reading, and a fence on each side, the reader's behind its look
//!
//! The store of `true` stands behind the release fence, and the load that has read it stands before the acquire fence. So what stands before the release fence happens before what stands behind the acquire fence, and `DEGREES` is 21.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules
//@ shape: MP `Release` and `Acquire` fences: 0 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static MEASURED: AtomicBool = AtomicBool::new(false);

fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    fence(Ordering::Release);
    MEASURED.store(true, Ordering::Relaxed);
}

// ANCHOR: main
fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        // ANCHOR: look
        if MEASURED.load(Ordering::Relaxed) {
            fence(Ordering::Acquire);
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("not measured yet");
        }
        // ANCHOR_END: look
    });
}
// ANCHOR_END: main
