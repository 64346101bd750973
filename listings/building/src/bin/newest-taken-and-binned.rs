//! Two workers each take the newest photo, and put it into a bin
//!
//! The bin is linked by the same field as the stack. A worker who found the photo on top may still be about to read that field.
//@ races
//@ schedules

// Undefined behaviour: `below` is written for the bin while it may be read.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Photo {
    number: u32,
    below: *mut Photo,
}

static TOP: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());
static BIN: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());

// ANCHOR: bin
fn put(place: &AtomicPtr<Photo>, photo: *mut Photo) {
    let mut below = place.load(Ordering::Relaxed);
    loop {
        // SAFETY: nobody else puts this photo anywhere.
        unsafe { (*photo).below = below };
        match place.compare_exchange(below, photo, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => below = now,
        }
    }
}
// ANCHOR_END: bin

fn pop() -> Option<u32> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: nothing is freed while workers are about.
        let Photo { number, below } = unsafe { top.read() };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => {
                put(&BIN, top);
                return Some(number);
            }
            Err(now) => top = now,
        }
    }
    None
}

fn empty(place: &AtomicPtr<Photo>) {
    let mut top = place.swap(ptr::null_mut(), Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: from `Box::into_raw`, in one place only, and all workers are done.
        top = unsafe { Box::from_raw(top) }.below;
    }
}

fn main() {
    for number in [1, 2] {
        let below = ptr::null_mut();
        put(&TOP, Box::into_raw(Box::new(Photo { number, below })));
    }
    let other = thread::spawn(pop);
    let mine = pop();
    let theirs = other.join().unwrap();
    empty(&BIN);
    println!("each has a photo: {}", mine.is_some() && theirs.is_some());
}
