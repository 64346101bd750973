//! Two searches count their hits in a cell
//!
//! `+=` reads and writes the number, on both threads, and nothing orders the two. A hit may be lost, and the compiler may assume that nobody else is there.
//@ races
//@ schedules

// Undefined behaviour: two threads add, and nothing orders the two.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Hits(UnsafeCell<u32>);

// Unsound: nothing makes the threads take turns.
unsafe impl Sync for Hits {}

// ANCHOR: add
impl Hits {
    fn add(&self) {
        unsafe { *self.0.get() += 1 };
    }
}
// ANCHOR_END: add

fn main() {
    let hits = Arc::new(Hits(UnsafeCell::new(0)));
    let shared = Arc::clone(&hits);

    let search = thread::spawn(move || shared.add());
    hits.add();
    search.join().unwrap();

    // SAFETY: the other thread has been joined.
    println!("hits: {}", unsafe { *hits.0.get() });
}
