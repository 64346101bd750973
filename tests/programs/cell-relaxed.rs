//! A value in a cell, handed over by a `Relaxed` store: a data race
//@ returns:
//@ undefined `data race, 20 and 24`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Slot {
    value: UnsafeCell<u32>,
    ready: AtomicBool,
}

unsafe impl Sync for Slot {}

static SLOT: Slot = Slot { value: UnsafeCell::new(0), ready: AtomicBool::new(false) };

fn main() {
    let ann = thread::spawn(|| {
        unsafe { *SLOT.value.get() = 7 };
        SLOT.ready.store(true, Ordering::Relaxed);
    });
    if SLOT.ready.load(Ordering::Acquire) {
        println!("{}", unsafe { *SLOT.value.get() });
    }
    ann.join().unwrap();
}
