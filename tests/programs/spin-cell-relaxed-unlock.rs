//! A lock given back with `Relaxed`, and another thread that tries it once: the race is there if it gets in second
//@ returns: 1
//@ undefined `data race, 18 and 22`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Till(UnsafeCell<u32>);
unsafe impl Sync for Till {}

static LOCKED: AtomicBool = AtomicBool::new(false);
static TILL: Till = Till(UnsafeCell::new(0));

fn main() {
    LOCKED.store(true, Ordering::Relaxed);
    let payer = thread::spawn(|| {
        unsafe { *TILL.0.get() += 1 };
        LOCKED.store(false, Ordering::Relaxed);
    });
    if LOCKED.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed).is_ok() {
        unsafe { *TILL.0.get() += 1 };
    }
    payer.join().unwrap();
    println!("{}", unsafe { *TILL.0.get() });
}
