//! A race of `push_str` on a string with its `len`
//@ undefined `data race, 14 and 17`:

use std::cell::UnsafeCell;
use std::thread;

struct Shared(UnsafeCell<String>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(UnsafeCell::new(String::new()));

fn main() {
    let thread = thread::spawn(|| {
        unsafe { (*SHARED.0.get()).push_str("ink") };
    });
    let text = unsafe { &*SHARED.0.get() };
    let length = text.len();
    thread.join().unwrap();
    println!("{length}");
}
