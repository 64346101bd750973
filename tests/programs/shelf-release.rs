//! A box published by an `AtomicPtr` with `Release` and `Acquire`
//@ returns: 6
//@ returns: empty

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static SHELF: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let baker = thread::spawn(|| {
        let bread = Box::new(6);
        SHELF.store(Box::into_raw(bread), Ordering::Release);
    });
    let bread = SHELF.load(Ordering::Acquire);
    if bread.is_null() {
        println!("empty");
    } else {
        println!("{}", unsafe { *bread });
    }
    baker.join().unwrap();
    drop(unsafe { Box::from_raw(SHELF.load(Ordering::Relaxed)) });
}
