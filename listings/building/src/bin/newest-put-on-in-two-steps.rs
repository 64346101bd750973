//! Two uploads each put a photo on the stack of the newest
//!
//! Both may find the same photo on top, or none, and put theirs above that. Then the second `store` covers what the first has put there, and nothing leads to that photo any more: it gets no preview, and it's never freed.
//@ outcome: photos on the stack: 1
//@ outcome: photos on the stack: 2
//@ leaks
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;
use std::time::Duration;

struct Photo {
    number: u32,
    below: *mut Photo,
}

static TOP: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());

// ANCHOR: push
fn push(number: u32) {
    let below = TOP.load(Ordering::Relaxed);
    let photo = Box::new(Photo { number, below });
    thread::sleep(Duration::from_micros(50));
    TOP.store(Box::into_raw(photo), Ordering::Release);
}
// ANCHOR_END: push

fn take_all() -> Vec<u32> {
    let mut numbers = Vec::new();
    let mut top = TOP.swap(ptr::null_mut(), Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: from `Box::into_raw`, and off the stack, so it's ours alone. The
        // Release in `push` happens before the Acquire that has taken it off.
        let photo = unsafe { Box::from_raw(top) };
        numbers.push(photo.number);
        top = photo.below;
    }
    numbers
}

fn main() {
    let upload = thread::spawn(|| push(1));
    push(2);
    upload.join().unwrap();
    println!("photos on the stack: {}", take_all().len());
}
