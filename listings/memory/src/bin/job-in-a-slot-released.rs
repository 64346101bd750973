//! A job is put into a slot, and the flag is released and acquired
//!
//! The loop ends with a load that has read the store of `true`. `Release` there and `Acquire` here make the writing of `SLOT.job` happen before the reading. A plain access is ordered by the flag as an atomic one is; that is why an atomic can guard memory which is not.
//@ schedules

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Slot {
    job: UnsafeCell<u32>,
    full: AtomicBool,
}

// SAFETY: `job` is written before `full` is released, and read behind the
// `Acquire` of it.
unsafe impl Sync for Slot {}

static SLOT: Slot = Slot {
    job: UnsafeCell::new(0),
    full: AtomicBool::new(false),
};

fn dispatcher() {
    // SAFETY: nobody reads `job` before `full` is set.
    unsafe { *SLOT.job.get() = 42 };
    // ANCHOR: flag
    SLOT.full.store(true, Ordering::Release);
    // ANCHOR_END: flag
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(dispatcher);
        while !SLOT.full.load(Ordering::Acquire) {
            thread::yield_now();
        }
        // SAFETY: written before the `Release` that the loop has acquired.
        println!("job {}", unsafe { *SLOT.job.get() });
    });
}
