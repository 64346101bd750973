//! A cell goes through two threads, and the one in the middle looks with `Relaxed`: the chain is cut there
//@ returns: empty
//@ undefined `data race, 19 and 24`:

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
        s.spawn(|| SERVED.store(POURED.load(Ordering::Relaxed), Ordering::Release));
        if SERVED.load(Ordering::Acquire) {
            println!("{}", unsafe { *CUP.0.get() });
        } else {
            println!("empty");
        }
    });
}
