//! A spin lock that is taken with `Relaxed` orders nothing under it: a data race in every schedule
//@ undefined `data race, 18`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);
unsafe impl Sync for Till {}

static LOCKED: AtomicBool = AtomicBool::new(false);
static TILL: Till = Till(UnsafeCell::new(0));

fn pay() {
    while LOCKED.compare_exchange(false, true, Ordering::Relaxed, Ordering::Relaxed).is_err() {
        thread::yield_now();
    }
    unsafe { *TILL.0.get() += 1 };
    LOCKED.store(false, Ordering::Release);
}

fn main() {
    thread::scope(|s| {
        s.spawn(pay);
        s.spawn(pay);
    });
    println!("{}", unsafe { *TILL.0.get() });
}
