//! A sensor's reading in plain memory, a flag that is atomic, and a fence on each side
//!
//! If `main` reads `true`, the sensor's release fence happens before the acquire fence, and with it the writing of `DEGREES` before the reading.
//@ outcome: 21 degrees
//@ outcome: not measured yet
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static mut DEGREES: u32 = 0;
static MEASURED: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn sensor() {
    // SAFETY: nobody else writes `DEGREES`. Who reads it has read `true` in `MEASURED` and passed an
    // acquire fence, before which the release fence below happens.
    unsafe { DEGREES = 21 };
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
            // SAFETY: the release fence in `sensor`, whose store has been read, happens before this
            // acquire fence, and so does the writing.
            println!("{} degrees", unsafe { DEGREES });
        } else {
            println!("not measured yet");
        }
        // ANCHOR_END: look
    });
}
// ANCHOR_END: main
// ANCHOR_END: both
