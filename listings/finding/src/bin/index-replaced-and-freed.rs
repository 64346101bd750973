//! An index is replaced while a search reads it
//!
//! A search may have read where the index is, and not yet what it says. Then the index is freed, and perhaps its memory has been given to somebody else by the time the search reads there.
//@ races
//@ schedules

// Undefined behaviour: the search may read an index that has been freed.

use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

fn main() {
    let index = Box::into_raw(Box::new(40));
    let index = Arc::new(AtomicPtr::new(index));

    let shared = Arc::clone(&index);
    let search = thread::spawn(move || {
        let found = shared.load(Ordering::Acquire);
        // Unsound: it may have been freed since.
        unsafe { *found }
    });

    // ANCHOR: replace
    let next = Box::into_raw(Box::new(41));
    let old = index.swap(next, Ordering::AcqRel);
    // Unsound: the search may be about to read it.
    drop(unsafe { Box::from_raw(old) });
    let words: u32 = search.join().unwrap();
    // ANCHOR_END: replace

    // SAFETY: the search is over, and nothing else knows the new one.
    drop(unsafe { Box::from_raw(next) });
    println!("searched: {words} words");
}
