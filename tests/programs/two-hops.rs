//! A cell goes through the hands of two threads, each of which waits for the one before
//@ returns: 9

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Cup(UnsafeCell<u32>);
unsafe impl Sync for Cup {}

static CUP: Cup = Cup(UnsafeCell::new(0));
static POURED: AtomicBool = AtomicBool::new(false);
static SERVED: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            unsafe { *CUP.0.get() = 9 };
            POURED.store(true, Ordering::Release);
        });
        s.spawn(|| {
            while !POURED.load(Ordering::Acquire) {
                thread::yield_now();
            }
            SERVED.store(true, Ordering::Release);
        });
        while !SERVED.load(Ordering::Acquire) {
            thread::yield_now();
        }
        println!("{}", unsafe { *CUP.0.get() });
    });
}
