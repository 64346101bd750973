//! Two workers each take the newest photo, and the bin has a link of its own
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Photo {
    number: u32,
    below: *mut Photo,
    below_in_bin: *mut Photo,
}

static TOP: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());
static BIN: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());

fn push(number: u32) {
    let photo = Box::into_raw(Box::new(Photo {
        number,
        below: ptr::null_mut(),
        below_in_bin: ptr::null_mut(),
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

// ANCHOR: bin
fn throw_away(photo: *mut Photo) {
    let mut below = BIN.load(Ordering::Relaxed);
    loop {
        // SAFETY: only who took the photo off uses this field, and it's not in the bin yet.
        unsafe { (*photo).below_in_bin = below };
        match BIN.compare_exchange(below, photo, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => below = now,
        }
    }
}
// ANCHOR_END: bin

fn pop() -> Option<u32> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: it was on the stack, and nothing is freed while workers are about.
        // `push` wrote it before its Release, which this Acquire has read.
        let below = unsafe { (*top).below };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => {
                // SAFETY: as above, and nobody writes to the number.
                let number = unsafe { (*top).number };
                throw_away(top);
                return Some(number);
            }
            Err(now) => top = now,
        }
    }
    None
}

fn empty_the_bin() {
    let mut photo = BIN.swap(ptr::null_mut(), Ordering::Acquire);
    while !photo.is_null() {
        // SAFETY: from `Box::into_raw`, in the bin once, and all workers are joined.
        photo = unsafe { Box::from_raw(photo) }.below_in_bin;
    }
}

fn main() {
    push(1);
    push(2);
    let other = thread::spawn(pop);
    let mine = pop();
    let theirs = other.join().unwrap();
    empty_the_bin();
    println!("each has a photo: {}", mine.is_some() && theirs.is_some());
}
