//! All that is on the stack is taken at once, while another photo is put on it
//@ schedules

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

// ANCHOR: take
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
    let early = take_all();
    upload.join().unwrap();
    println!("previews: {}", early.len() + take_all().len());
}
// ANCHOR_END: take
