//! A Treiber stack that takes nodes off and does not free them: as many as were taken off
//@ returns: 1
//@ leaks: 19, 32 bytes in 2 blocks
//@ returns: 2
//@ leaks: 19, 32 bytes in 2 blocks

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Node {
    value: u32,
    below: *mut Node,
}

static TOP: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(value: u32) {
    let node = Box::into_raw(Box::new(Node { value, below: TOP.load(Ordering::Relaxed) }));
    while let Err(top) = TOP.compare_exchange(unsafe { (*node).below }, node, Ordering::Release, Ordering::Relaxed) {
        unsafe { (*node).below = top };
    }
}

fn pop() -> Option<u32> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        let Node { value, below } = unsafe { top.read() };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => return Some(value),
            Err(other) => top = other,
        }
    }
    None
}

fn main() {
    let ann = thread::spawn(|| push(1));
    push(2);
    ann.join().unwrap();
    let last = pop().unwrap();
    pop();
    println!("{last}");
}
