//! Two threads push to one vector, and no lock is there
//@ undefined `data race, 14 and 16`:

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<Vec<u32>>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(Vec::new()));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { (*SHARED.0.get()).push(1) };
    });
    unsafe { (*SHARED.0.get()).push(2) };
    thread.join().unwrap();
    println!("pushed");
}
