//! The address of a thread-local outlives the thread
//@ undefined `use after free, 16 and 17`:

use std::cell::Cell;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::{ptr, thread};

thread_local! {
    static MOOD: Cell<u32> = const { Cell::new(1) };
}

static SEEN: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let moody = thread::spawn(|| MOOD.with(|mood| SEEN.store(mood.as_ptr(), Ordering::Relaxed)));
    moody.join().unwrap();
    println!("{}", unsafe { *SEEN.load(Ordering::Relaxed) });
}
