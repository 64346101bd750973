//! A spin lock by `compare_exchange_weak`, whose failures without a reason cost only another turn
//@ returns: 2

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);
unsafe impl Sync for Till {}

static LOCKED: AtomicBool = AtomicBool::new(false);
static TILL: Till = Till(UnsafeCell::new(0));

fn pay() {
    while LOCKED.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
        hint::spin_loop();
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
