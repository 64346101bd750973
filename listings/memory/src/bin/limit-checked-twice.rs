//! A rate limit is loaded by the first who asks, and the question is asked twice
//!
//! Whoever comes past the lock is safe: the lock orders the two. But a thread that reads `true` in the *first* load never takes the lock, and the flag is `Relaxed`. For it, the writing of `LIMIT` need not have happened before the last line of `limit` reads it. That is a data race; a caller could be given the limit 0 and turn everybody away, and nothing holds it to that.
//@ races
//@ schedules

// Undefined behaviour: on the way past the lock, nothing orders `LIMIT`.

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Limit(UnsafeCell<u32>);

// Unsound: the way past the lock orders nothing.
unsafe impl Sync for Limit {}

static LIMIT: Limit = Limit(UnsafeCell::new(0));
static READY: AtomicBool = AtomicBool::new(false);
static LOADING: Mutex<()> = Mutex::new(());

// ANCHOR: limit
fn limit() -> u32 {
    if !READY.load(Ordering::Relaxed) {
        let _turn = LOADING.lock().unwrap();
        if !READY.load(Ordering::Relaxed) {
            // SAFETY: the lock is held, and `READY` is not yet set.
            unsafe { *LIMIT.0.get() = 60 };
            READY.store(true, Ordering::Relaxed);
        }
    }
    // Unsound: `READY` may have been seen without the lock.
    unsafe { *LIMIT.0.get() }
}
// ANCHOR_END: limit

fn main() {
    thread::scope(|scope| {
        let clerk = scope.spawn(limit);
        let (mine, theirs) = (limit(), clerk.join().unwrap());
        println!("{mine} and {theirs} a minute");
    });
}
