//! A `Cell` in an `Arc`
//!
//! If this compiled, both threads could read 0 and write 1, and a verse would be lost. Nothing keeps the two apart, so it is a data
//! race as well. For a type larger than a number, `get` could copy half of the old value and half of the new.
//@ fixed-by: sharing/atomic-in-an-arc

use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let verses = Arc::new(Cell::new(0));
    let shared = Arc::clone(&verses);

    let singer = thread::spawn(move || shared.set(shared.get() + 1)); //~ E0277: `Cell<i32>` cannot be shared between threads safely
    verses.set(verses.get() + 1);
    singer.join().unwrap();

    println!("{} verses", verses.get());
}
