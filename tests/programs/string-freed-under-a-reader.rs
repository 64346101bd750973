//! A string is dropped, and then another thread reads its letters through a slice that outlived it
//@ undefined `use after free, 19 and 17`:

use std::slice;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static DROPPED: AtomicBool = AtomicBool::new(false);

fn main() {
    let name = String::from("Ida");
    let letters: &'static [u8] = unsafe { slice::from_raw_parts(name.as_ptr(), name.len()) };
    let reader = thread::spawn(move || {
        while !DROPPED.load(Ordering::Acquire) {
            thread::yield_now();
        }
        letters[2]
    });
    drop(name);
    DROPPED.store(true, Ordering::Release);
    println!("{}", reader.join().unwrap());
}
