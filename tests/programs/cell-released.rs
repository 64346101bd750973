//! A value in a cell, handed over by a `Release` store that is read with `Acquire`
//@ returns: 7
//@ returns:

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
        SLOT.ready.store(true, Ordering::Release);
    });
    if SLOT.ready.load(Ordering::Acquire) {
        println!("{}", unsafe { *SLOT.value.get() });
    }
    ann.join().unwrap();
}
