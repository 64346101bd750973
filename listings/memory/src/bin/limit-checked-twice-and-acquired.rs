//! A rate limit that is checked twice, with `Acquire` for the first look and `Release` for the flag
//!
//! Who takes the short way has read the store of `true`, and acquired what was released with it. The second look is made under the lock. Whoever set the flag held that lock before, so `Relaxed` will do there.
//@ schedules

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Limit(UnsafeCell<u32>);

// SAFETY: written once, under the lock; read behind the lock or behind
// the `Acquire` of `READY`.
unsafe impl Sync for Limit {}

static LIMIT: Limit = Limit(UnsafeCell::new(0));
static READY: AtomicBool = AtomicBool::new(false);
static LOADING: Mutex<()> = Mutex::new(());

fn limit() -> u32 {
    // ANCHOR: limit
    if !READY.load(Ordering::Acquire) {
        let _turn = LOADING.lock().unwrap();
        if !READY.load(Ordering::Relaxed) {
            // SAFETY: the lock is held, and `READY` is not yet set.
            unsafe { *LIMIT.0.get() = 60 };
            READY.store(true, Ordering::Release);
        }
    }
    // ANCHOR_END: limit
    // SAFETY: the lock or the flag makes the writing happen before.
    unsafe { *LIMIT.0.get() }
}

fn main() {
    thread::scope(|scope| {
        let clerk = scope.spawn(limit);
        let (mine, theirs) = (limit(), clerk.join().unwrap());
        println!("{mine} and {theirs} a minute");
    });
}
