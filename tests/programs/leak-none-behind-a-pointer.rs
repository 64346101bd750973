//! A list behind a `static` pointer can be reached to the end, even where a pointer leads into the middle of a node
//@ returns: 3

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

struct Node {
    value: u32,
    next: *mut u32,
}

static FIRST: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let mut next: *mut u32 = ptr::null_mut();
    let mut first = ptr::null_mut();
    for value in [1, 2, 3] {
        first = Box::into_raw(Box::new(Node { value, next }));
        next = unsafe { &raw mut (*first).value };
    }
    FIRST.store(first, Ordering::Release);
    println!("{}", unsafe { (*FIRST.load(Ordering::Acquire)).value });
    assert!(!unsafe { (*first).next }.is_null());
}
