//! A channel for one letter: a cell, a flag, and `park` until the flag is up
//@ returns: Some("dear Ida")

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Letterbox {
    letter: UnsafeCell<Option<String>>,
    posted: AtomicBool,
}
unsafe impl Sync for Letterbox {}

static LETTERBOX: Letterbox = Letterbox { letter: UnsafeCell::new(None), posted: AtomicBool::new(false) };

fn main() {
    let reader = thread::current();
    let writer = thread::spawn(move || {
        unsafe { *LETTERBOX.letter.get() = Some(String::from("dear Ida")) };
        LETTERBOX.posted.store(true, Ordering::Release);
        reader.unpark();
    });
    while !LETTERBOX.posted.load(Ordering::Acquire) {
        thread::park();
    }
    let letter = unsafe { (*LETTERBOX.letter.get()).take() };
    println!("{letter:?}");
    writer.join().unwrap();
}
