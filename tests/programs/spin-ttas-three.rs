//! A spin lock that looks before it swaps (test and test-and-set), three threads
//@ returns: 3

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static COUNT: AtomicU32 = AtomicU32::new(0);

fn add() {
    while LOCKED.swap(true, Ordering::Acquire) {
        while LOCKED.load(Ordering::Relaxed) {
            hint::spin_loop();
        }
    }
    let seen = COUNT.load(Ordering::Relaxed);
    COUNT.store(seen + 1, Ordering::Relaxed);
    LOCKED.store(false, Ordering::Release);
}

fn main() {
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(add);
        }
    });
    println!("{}", COUNT.load(Ordering::Relaxed));
}
