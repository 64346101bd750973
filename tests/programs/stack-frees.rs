//! Two threads pop from one stack and free what they got: the slower one still looks into the node
//@ returns: 1
//@ undefined `data race, 22 and 25`:

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};
use std::thread;

struct Node {
    value: u32,
    below: *mut Node,
}

static TOP: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn pop() -> u32 {
    loop {
        let top = TOP.load(SeqCst);
        if top.is_null() {
            return 0;
        }
        let below = unsafe { (*top).below };
        if TOP.compare_exchange(top, below, SeqCst, SeqCst).is_ok() {
            let value = unsafe { (*top).value };
            drop(unsafe { Box::from_raw(top) });
            return value;
        }
    }
}

fn main() {
    TOP.store(Box::into_raw(Box::new(Node { value: 1, below: ptr::null_mut() })), SeqCst);
    let other = thread::spawn(pop);
    let mine = pop();
    println!("{}", mine + other.join().unwrap());
}
