//! A job is put into a slot, and a flag says that the slot is full
//!
//! `dispatcher` writes `SLOT.job`, and `main` reads it. The flag between them is `Relaxed` on both sides, so `main` may have seen it set, and still nothing makes the writing of the job happen before the reading. That is a data race. On a machine or by a compiler that moves one of the two plain accesses past the flag, `main` would print `job 0`; and nothing holds it to even that.
//@ races
//@ schedules

// Undefined behaviour: the job is read unordered with its writing.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Slot {
    job: UnsafeCell<u32>,
    full: AtomicBool,
}

// Unsound: `full` is `Relaxed`, and orders nothing but itself.
unsafe impl Sync for Slot {}

static SLOT: Slot = Slot {
    job: UnsafeCell::new(0),
    full: AtomicBool::new(false),
};

// ANCHOR: slot
fn dispatcher() {
    // Unsound: `main` may read at the same time.
    unsafe { *SLOT.job.get() = 42 };
    SLOT.full.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(dispatcher);
        while !SLOT.full.load(Ordering::Relaxed) {
            thread::yield_now();
        }
        // Unsound: that `full` was seen says nothing of `job`.
        println!("job {}", unsafe { *SLOT.job.get() });
    });
}
// ANCHOR_END: slot
