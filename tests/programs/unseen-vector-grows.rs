//! A vector that grows writes where it is, and another thread reads that alone
// This is undefined behaviour that the explorer does not see: the code that makes a vector larger is shared with the model's own, which has been compiled without instrumentation. Anyone who reads an element or the length as well is seen.
//@ returns: false

use std::cell::UnsafeCell;
use std::thread;

struct List(UnsafeCell<Vec<u32>>);
unsafe impl Sync for List {}

fn main() {
    let list = List(UnsafeCell::new(Vec::new()));
    thread::scope(|scope| {
        let list = &list;
        scope.spawn(move || unsafe { (*list.0.get()).push(7) });
        let at = unsafe { &*list.0.get() };
        let at = at.as_ptr();
        println!("{}", at.is_null());
    });
}
