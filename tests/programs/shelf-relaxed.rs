//! A box published by an `AtomicPtr` that is read with `Relaxed`: to follow the pointer orders nothing
//@ returns: empty
//@ undefined `data race, 13 and 20`:

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static SHELF: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn main() {
    let baker = thread::spawn(|| {
        let bread = Box::new(6);
        SHELF.store(Box::into_raw(bread), Ordering::Release);
    });
    let bread = SHELF.load(Ordering::Relaxed);
    if bread.is_null() {
        println!("empty");
    } else {
        println!("{}", unsafe { *bread });
    }
    baker.join().unwrap();
    drop(unsafe { Box::from_raw(SHELF.load(Ordering::Relaxed)) });
}
