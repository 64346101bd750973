//! Two workers each take the newest photo off the stack
//!
//! A worker reads in the photo which one is below it. Meanwhile the other may have taken that photo off, and freed it. The exchange would notice that the top has changed, but it comes after the reading.
//@ races
//@ schedules

// Undefined behaviour: a worker reads in a photo that the other has freed.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Photo {
    number: u32,
    below: *mut Photo,
}

static TOP: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());

fn push(number: u32) {
    let photo = Box::into_raw(Box::new(Photo {
        number,
        below: ptr::null_mut(),
    }));
    let mut below = TOP.load(Ordering::Relaxed);
    loop {
        // SAFETY: it isn't on the stack yet, so it's ours alone.
        unsafe { (*photo).below = below };
        match TOP.compare_exchange(below, photo, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => below = now,
        }
    }
}

// ANCHOR: pop
fn pop() -> Option<u32> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: from `Box::into_raw`, and just found on the stack.
        let below = unsafe { (*top).below };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            // SAFETY: from `Box::into_raw`, and only one exchange takes it off.
            Ok(_) => return Some(unsafe { Box::from_raw(top) }.number),
            Err(now) => top = now,
        }
    }
    None
}
// ANCHOR_END: pop

fn main() {
    push(1);
    push(2);
    let other = thread::spawn(pop);
    let mine = pop();
    let theirs = other.join().unwrap();
    println!("each has a photo: {}", mine.is_some() && theirs.is_some());
}
