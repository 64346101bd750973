//! Peterson's lock with `Release` and `Acquire`: each may miss that the other wants in
//@ returns: 2
//@ undefined `data race, 23`, only if memory is weak:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::{Acquire, Release}};
use std::thread;

struct Ferry(UnsafeCell<u32>);
unsafe impl Sync for Ferry {}

static WANTS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static AFTER_YOU: AtomicUsize = AtomicUsize::new(0);
static FERRY: Ferry = Ferry(UnsafeCell::new(0));

fn board(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, Release);
    AFTER_YOU.store(other, Release);
    while WANTS[other].load(Acquire) && AFTER_YOU.load(Acquire) == other {
        thread::yield_now();
    }
    unsafe { *FERRY.0.get() += 1 };
    WANTS[me].store(false, Release);
}

fn main() {
    let other = thread::spawn(|| board(1));
    board(0);
    other.join().unwrap();
    println!("{}", unsafe { *FERRY.0.get() });
}
