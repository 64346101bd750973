//! A race of `ptr::write` with `ptr::read`
//@ undefined `data race, 14 and 16`:

use std::cell::UnsafeCell;
use std::{ptr, thread};

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(0));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { ptr::write(SHARED.0.get(), 1) };
    });
    let seen = unsafe { ptr::read(SHARED.0.get()) };
    thread.join().unwrap();
    println!("{seen}");
}
