//! A thread gives away where its local variable is, and ends: the address outlives the variable
//@ undefined `use of a variable that is gone, 16`:

use std::sync::atomic::{AtomicPtr, Ordering};
use std::{ptr, thread};

static NOTE: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let writer = thread::spawn(|| {
        let mut note = 14;
        NOTE.store(&raw mut note, Ordering::Release);
    });
    writer.join().unwrap();
    let note = NOTE.load(Ordering::Acquire);
    println!("{}", unsafe { *note });
}
