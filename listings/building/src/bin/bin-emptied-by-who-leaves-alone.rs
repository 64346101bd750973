//! Two workers each take the newest photo, and who leaves alone empties the bin
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::thread;

struct Photo {
    number: u32,
    below: *mut Photo,
    below_in_bin: *mut Photo,
}

static TOP: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());
static BIN: AtomicPtr<Photo> = AtomicPtr::new(ptr::null_mut());
static INSIDE: AtomicUsize = AtomicUsize::new(0);

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

fn throw_away(photo: *mut Photo) {
    let mut below = BIN.load(Ordering::Relaxed);
    loop {
        // SAFETY: only who took the photo off uses this field, and it's not in the bin yet.
        unsafe { (*photo).below_in_bin = below };
        match BIN.compare_exchange(below, photo, Ordering::AcqRel, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => below = now,
        }
    }
}

fn take_off() -> Option<u32> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        // SAFETY: we're counted, so nobody frees it. `push` wrote it before its Release.
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

// ANCHOR: pop
fn pop() -> Option<u32> {
    INSIDE.fetch_add(1, Ordering::Acquire);
    let number = take_off();
    leave();
    number
}

fn leave() {
    let mut photo = BIN.swap(ptr::null_mut(), Ordering::AcqRel);
    let is_alone = INSIDE.fetch_sub(1, Ordering::AcqRel) == 1;
    while !photo.is_null() {
        // SAFETY: from the bin, so it's off the stack, and since the swap it's ours.
        let next = unsafe { (*photo).below_in_bin };
        if is_alone {
            // SAFETY: whoever was inside when it came off has left before the 1 was found:
            // their Release happens before our Acquire. Whoever comes in later acquires
            // our Release, and no longer finds it on the stack.
            drop(unsafe { Box::from_raw(photo) });
        } else {
            throw_away(photo);
        }
        photo = next;
    }
}
// ANCHOR_END: pop

fn main() {
    push(1);
    push(2);
    let other = thread::spawn(pop);
    let mine = pop();
    let theirs = other.join().unwrap();
    pop();
    println!("each has a photo: {}", mine.is_some() && theirs.is_some());
}
