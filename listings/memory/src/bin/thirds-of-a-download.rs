//! A download reports each third of its way, and a display looks once
//!
//! Each of the values can be read, the 0 included. None of them has to be: nothing promises that the display ever sees a 1.
//@ outcome: 0 of 3
//@ outcome: 1 of 3
//@ outcome: 2 of 3
//@ outcome: 3 of 3
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static THIRDS: AtomicU32 = AtomicU32::new(0);

// ANCHOR: both
fn download() {
    THIRDS.store(1, Ordering::Relaxed);
    thread::yield_now();
    THIRDS.store(2, Ordering::Relaxed);
    thread::yield_now();
    THIRDS.store(3, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(download);
        println!("{} of 3", THIRDS.load(Ordering::Relaxed));
    });
}
// ANCHOR_END: both
