//! `park` without a flag: its token orders the letter, but `park` may return without one
//@ returns: 7
//@ undefined `data race, 16 and 20`, only if `park` returns without a reason:

use std::cell::UnsafeCell;
use std::thread;

struct Letterbox(UnsafeCell<u32>);
unsafe impl Sync for Letterbox {}

static LETTERBOX: Letterbox = Letterbox(UnsafeCell::new(0));

fn main() {
    let reader = thread::current();
    let writer = thread::spawn(move || {
        unsafe { *LETTERBOX.0.get() = 7 };
        reader.unpark();
    });
    thread::park();
    println!("{}", unsafe { *LETTERBOX.0.get() });
    writer.join().unwrap();
}
