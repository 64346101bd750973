//! A spin lock by `swap` and `yield_now`, three threads: two that spin see each other swap; by a sample
//@ sample 1000
//@ returns: 3

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static COUNT: AtomicU32 = AtomicU32::new(0);

fn add() {
    while LOCKED.swap(true, Ordering::Acquire) {
        thread::yield_now();
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
