//! A weighbridge behind a lock of one's own, which is taken by a `Relaxed` step
//!
//! The lock is let go with `Release`, but taken with a `compare_exchange` that acquires nothing. For the second lorry the first one's adding to `BRIDGE` need not have happened; what stands below the loop may even be begun before the lock is held. Both add in the same line, unordered, and that is a data race. A lorry may be missing from the sum, and nothing holds it to that.
//@ races
//@ schedules

// Undefined behaviour: the lock is taken without an `Acquire`.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Weighbridge(UnsafeCell<u32>);

// Unsound: who takes the lock acquires nothing with it.
unsafe impl Sync for Weighbridge {}

static BRIDGE: Weighbridge = Weighbridge(UnsafeCell::new(0));
static LOCKED: AtomicBool = AtomicBool::new(false);

fn weigh(amount: u32) {
    while LOCKED
        // ANCHOR: take
        .compare_exchange(false, true, Ordering::Relaxed, Ordering::Relaxed)
        // ANCHOR_END: take
        .is_err()
    {
        hint::spin_loop();
    }
    // Unsound: what the last holder did here need not have happened before.
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
