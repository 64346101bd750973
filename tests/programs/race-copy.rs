//! A race of a copy from memory with a write to it
//@ undefined `data race, 14 and 17`:

use std::cell::UnsafeCell;
use std::{ptr, thread};

struct Shared(UnsafeCell<[u32; 4]>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new([0; 4]));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { (*SHARED.0.get())[3] = 1 };
    });
    let mut copy = [0; 4];
    unsafe { ptr::copy_nonoverlapping(SHARED.0.get(), &mut copy, 1) };
    thread.join().unwrap();
    println!("{copy:?}");
}
