//! A photo is developed by a thread, and `main` asks in a loop whether it has finished
//!
//! `lab` writes `PHOTO` and ends; `main` sees that it has finished, and reads. The documentation of `is_finished` says when it returns `true`, and promises nothing of what that orders; it is meant to be followed by `join`. So nothing makes the writing happen before the reading. If `main` were to print `0 exposures`, no promise of the library would be broken; and as this is a data race, it isn't bound to print a number at all.
//@ races
//@ schedules

// Undefined behaviour: `is_finished` promises no order of what was done.

use std::cell::UnsafeCell;
use std::thread;

struct Photo(UnsafeCell<u32>);

// Unsound: nothing keeps a reader and a writer apart.
unsafe impl Sync for Photo {}

static PHOTO: Photo = Photo(UnsafeCell::new(0));

fn main() {
    let lab = thread::spawn(|| {
        // Unsound: `main` may read at the same time.
        unsafe { *PHOTO.0.get() = 36 };
    });
    // ANCHOR: read
    while !lab.is_finished() {
        thread::yield_now();
    }
    // Unsound: `is_finished` is no `join`.
    println!("{} exposures", unsafe { *PHOTO.0.get() });
    // ANCHOR_END: read
    lab.join().unwrap();
}
