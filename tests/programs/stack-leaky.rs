//! A stack of linked nodes by `compare_exchange`, where nothing is ever given back
//@ returns: ann
//@ leaks: 19, 24 bytes
//@ returns: bob
//@ leaks: 19, 24 bytes

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Node {
    name: &'static str,
    below: *mut Node,
}

static TOP: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(name: &'static str) {
    let node = Box::into_raw(Box::new(Node { name, below: TOP.load(Ordering::Relaxed) }));
    while let Err(top) = TOP.compare_exchange(unsafe { (*node).below }, node, Ordering::Release, Ordering::Relaxed) {
        unsafe { (*node).below = top };
    }
}

fn pop() -> Option<&'static str> {
    let mut top = TOP.load(Ordering::Acquire);
    while !top.is_null() {
        let below = unsafe { (*top).below };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => return Some(unsafe { (*top).name }),
            Err(other) => top = other,
        }
    }
    None
}

fn main() {
    let ann = thread::spawn(|| push("ann"));
    push("bob");
    println!("{}", pop().unwrap());
    ann.join().unwrap();
}
