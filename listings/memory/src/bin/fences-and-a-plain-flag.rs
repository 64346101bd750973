//! A sensor's reading and its flag in plain memory, with the strictest fence on each side
//!
//! A fence orders two threads if one reads, from an atomic, what the other has stored behind its fence. Here no atomic is read. The flag is read while it may be written, which is a data race by itself.
//@ races
//@ schedules

// Undefined behaviour: no fence makes an atomic of a plain flag.

use std::sync::atomic::{Ordering, fence};
use std::thread;

static mut DEGREES: u32 = 0;
static mut MEASURED: bool = false;

// ANCHOR: both
fn sensor() {
    // Unsound: nothing orders these two with the reads in `main`.
    unsafe { DEGREES = 21 };
    fence(Ordering::SeqCst);
    unsafe { MEASURED = true };
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let measured = unsafe { MEASURED };
        fence(Ordering::SeqCst);
        if measured {
            println!("{} degrees", unsafe { DEGREES });
        } else {
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
