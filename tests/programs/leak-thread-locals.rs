//! A pointer in a thread-local of `main` that has no destructor is there to the end; with one of another thread, which
//! has ended, what it led to is lost
//@ returns: 1 2
//@ leaks: 14, 8 bytes

use std::cell::Cell;
use std::thread;

thread_local! {
    static OWN: Cell<*const u64> = const { Cell::new(std::ptr::null()) };
}

fn other() -> u64 {
    OWN.set(Box::into_raw(Box::new(2_u64)));
    unsafe { *OWN.get() }
}

fn main() {
    OWN.set(Box::into_raw(Box::new(1_u32)).cast());
    let other = thread::spawn(other).join().unwrap();
    println!("{} {other}", unsafe { *OWN.get().cast::<u32>() });
}
