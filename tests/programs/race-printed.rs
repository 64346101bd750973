//! To print a value through a reference reads it, and so may race
//@ undefined `data race, 14 and 17`:

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
