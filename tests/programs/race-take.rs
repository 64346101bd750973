//! A race of `take` on an option with `is_some`
//@ undefined `data race, 14 and 16`:

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<Option<u32>>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(Some(1)));

fn main() {
    let thread = thread::spawn(|| {
        let _taken = unsafe { (*SHARED.0.get()).take() };
    });
    let some = unsafe { (*SHARED.0.get()).is_some() };
    thread.join().unwrap();
    println!("{some}");
}
