//! Peterson's lock needs no `SeqCst` where each says "after you" by an `AcqRel` swap
// Who swaps second has acquired what the first has said, sees that it wants in, and waits until it is out.
//@ returns: 2

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::{AcqRel, Acquire, Relaxed, Release}};
use std::thread;

struct Ferry(UnsafeCell<u32>);
unsafe impl Sync for Ferry {}

static WANTS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static AFTER_YOU: AtomicUsize = AtomicUsize::new(0);
static FERRY: Ferry = Ferry(UnsafeCell::new(0));

fn board(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, Relaxed);
    AFTER_YOU.swap(other, AcqRel);
    while WANTS[other].load(Acquire) && AFTER_YOU.load(Relaxed) == other {
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
