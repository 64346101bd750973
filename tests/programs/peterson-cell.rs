//! Peterson's lock with `SeqCst` keeps two threads apart in a cell
//@ returns: 2

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

struct Ferry(UnsafeCell<u32>);
unsafe impl Sync for Ferry {}

static WANTS: [AtomicBool; 2] = [AtomicBool::new(false), AtomicBool::new(false)];
static AFTER_YOU: AtomicUsize = AtomicUsize::new(0);
static FERRY: Ferry = Ferry(UnsafeCell::new(0));

fn board(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, SeqCst);
    AFTER_YOU.store(other, SeqCst);
    while WANTS[other].load(SeqCst) && AFTER_YOU.load(SeqCst) == other {
        thread::yield_now();
    }
    unsafe { *FERRY.0.get() += 1 };
    WANTS[me].store(false, SeqCst);
}

fn main() {
    let other = thread::spawn(|| board(1));
    board(0);
    other.join().unwrap();
    println!("{}", unsafe { *FERRY.0.get() });
}
