//! A letter that comes too late: the one who takes the slot first decides whether someone still reads it, or it is lost
//@ returns: early
//@ returns: late
//@ leaks in some: 14, 28 bytes in 2 blocks

use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::thread;

static SLOT: AtomicPtr<String> = AtomicPtr::new(ptr::null_mut());
static IS_CLOSED: AtomicBool = AtomicBool::new(false);

fn send() {
    let letter = Box::into_raw(Box::new("soup".to_string()));
    if IS_CLOSED.load(Ordering::SeqCst) {
        return;
    }
    SLOT.store(letter, Ordering::SeqCst);
}

fn main() {
    let ann = thread::spawn(send);
    let letter = SLOT.swap(ptr::null_mut(), Ordering::SeqCst);
    IS_CLOSED.store(true, Ordering::SeqCst);
    println!("{}", if letter.is_null() { "late" } else { "early" });
    if !letter.is_null() {
        drop(unsafe { Box::from_raw(letter) });
    }
    ann.join().unwrap();
}
