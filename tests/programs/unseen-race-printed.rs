//! To print a value through a reference reads it, and so may race
// This is undefined behaviour that the explorer does not see: standard library code that was compiled beforehand, as that which prints a number by reference, isn't instrumented.
//@ returns: 0

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(0));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { *SHARED.0.get() = 1 };
    });
    let shared = unsafe { &*SHARED.0.get() };
    println!("{shared}");
    thread.join().unwrap();
}
