//! An `AtomicPtr` is set in one thread and looked at in another, without `unsafe`
//@ returns: false
//@ returns: true

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static P: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let setter = thread::spawn(|| P.store(Box::leak(Box::new(5)), Ordering::Release));
    println!("{}", P.load(Ordering::Acquire).is_null());
    setter.join().unwrap();
}
