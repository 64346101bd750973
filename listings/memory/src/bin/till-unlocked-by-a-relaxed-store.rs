//! A till behind a lock of one's own, which is given back by a `Relaxed` store
//!
//! Both threads add to `TILL` in the same line, never at the same time: `compare_exchange` lets only one past. But the one that comes second acquires a store which has released nothing. So its reading and writing of `TILL` are ordered behind the first one's by nothing, and that is a data race. The second may work with a till from before the first payment, which is then lost; and nothing holds it to that.
//@ races
//@ schedules

// Undefined behaviour: the lock is let go without a `Release`.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);

// Unsound: the lock does not hand over what was done under it.
unsafe impl Sync for Till {}

static TILL: Till = Till(UnsafeCell::new(0));
static LOCKED: AtomicBool = AtomicBool::new(false);

fn pay_in(amount: u32) {
    // ANCHOR: lock
    while LOCKED
        .compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed)
        .is_err()
    {
        hint::spin_loop();
    }
    // Unsound: what the last holder did here need not have happened before.
    unsafe { *TILL.0.get() += amount };
    LOCKED.store(false, Ordering::Relaxed);
    // ANCHOR_END: lock
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
