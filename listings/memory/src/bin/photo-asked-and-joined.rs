//! A photo is developed by a thread, and `main` joins it once it has finished
//!
//! `is_finished` says that `join` will not have long to wait, and `join` makes the order: all that `lab` did happens before it returns. That is what the question is there for.
//@ schedules

use std::cell::UnsafeCell;
use std::thread;

struct Photo(UnsafeCell<u32>);

// SAFETY: written by one thread, and read by who has joined it.
unsafe impl Sync for Photo {}

static PHOTO: Photo = Photo(UnsafeCell::new(0));

fn main() {
    let lab = thread::spawn(|| {
        // SAFETY: nobody reads before this thread has been joined.
        unsafe { *PHOTO.0.get() = 36 };
    });
    while !lab.is_finished() {
        thread::yield_now();
    }
    // ANCHOR: read
    lab.join().unwrap();
    // SAFETY: the only writer has been joined.
    println!("{} exposures", unsafe { *PHOTO.0.get() });
    // ANCHOR_END: read
}
