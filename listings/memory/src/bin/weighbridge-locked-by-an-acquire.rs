//! A weighbridge behind a lock of one's own, which is taken by an `Acquire`
//!
//! To take a lock is to acquire, and to let go of it is to release; the names of the two orderings are said to come from there. A `compare_exchange` that fails has taken nothing, so `Relaxed` is enough for it.
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Weighbridge(UnsafeCell<u32>);

// SAFETY: used under the lock, or when all threads have been joined.
unsafe impl Sync for Weighbridge {}

static BRIDGE: Weighbridge = Weighbridge(UnsafeCell::new(0));
static LOCKED: AtomicBool = AtomicBool::new(false);

fn weigh(amount: u32) {
    while LOCKED
        // ANCHOR: take
        .compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed)
        // ANCHOR_END: take
        .is_err()
    {
        hint::spin_loop();
    }
    // SAFETY: the lock is held, and its last holder released what it did.
    unsafe { *BRIDGE.0.get() += amount };
    LOCKED.store(false, Ordering::Release);
}

fn main() {
    let clerk = || weigh(7);
    thread::scope(|scope| {
        scope.spawn(clerk);
        weigh(12);
    });
    // SAFETY: all other threads have been joined.
    println!("{} tonnes", unsafe { *BRIDGE.0.get() });
}
