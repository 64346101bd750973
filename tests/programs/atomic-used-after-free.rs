//! An atomic is memory too: a load after its box has been dropped
//@ undefined `use after free, 9 and 10`: 3

use std::sync::atomic::{AtomicU32, Ordering};

fn main() {
    let count = Box::into_raw(Box::new(AtomicU32::new(3)));
    println!("{}", unsafe { &*count }.load(Ordering::Relaxed));
    drop(unsafe { Box::from_raw(count) });
    println!("{}", unsafe { &*count }.load(Ordering::Relaxed));
}
