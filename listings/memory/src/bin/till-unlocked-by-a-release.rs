//! A till behind a lock of one's own, which is given back by a `Release`
//!
//! The `compare_exchange` that takes the lock for the second time has read the store of `false` that let go of it. `Release` there and `Acquire` here make everything under the first turn happen before everything under the second.
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);

// SAFETY: used under the lock, or when all threads have been joined.
unsafe impl Sync for Till {}

static TILL: Till = Till(UnsafeCell::new(0));
static LOCKED: AtomicBool = AtomicBool::new(false);

fn pay_in(amount: u32) {
    while LOCKED
        .compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed)
        .is_err()
    {
        hint::spin_loop();
    }
    // SAFETY: the lock is held, and its last holder released what it did.
    unsafe { *TILL.0.get() += amount };
    // ANCHOR: unlock
    LOCKED.store(false, Ordering::Release);
    // ANCHOR_END: unlock
}

fn main() {
    let clerk = || pay_in(3);
    thread::scope(|scope| {
        scope.spawn(clerk);
        pay_in(5);
    });
    // SAFETY: all other threads have been joined.
    println!("{} in the till", unsafe { *TILL.0.get() });
}
