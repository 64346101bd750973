//! An index is replaced, and the old one is left alone
//@ leaks
//@ outcome: searched: 40 words
//@ outcome: searched: 41 words
//@ schedules

use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

fn main() {
    let index = Box::into_raw(Box::new(40));
    let index = Arc::new(AtomicPtr::new(index));

    let shared = Arc::clone(&index);
    let search = thread::spawn(move || {
        let found = shared.load(Ordering::Acquire);
        // SAFETY: an index is filled before it's stored, and not freed before the join.
        unsafe { *found }
    });

    // ANCHOR: replace
    let next = Box::into_raw(Box::new(41));
    index.swap(next, Ordering::AcqRel);
    let words: u32 = search.join().unwrap();
    // ANCHOR_END: replace

    // SAFETY: the search is over, and nothing else knows the new one.
    drop(unsafe { Box::from_raw(next) });
    println!("searched: {words} words");
}
