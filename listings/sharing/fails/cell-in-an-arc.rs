//! A `Cell` in an `Arc`
//!
//! If this compiled, both threads could read 0 and write 1, and one reload wouldn't be counted. Nothing keeps the two
//! apart, so it's a data race too. With a larger type, `get` could copy half the old value and half the new.
//@ fixed-by: sharing/atomic-in-an-arc

use std::cell::Cell;
use std::sync::Arc;
use std::thread;

fn main() {
    let reloads = Arc::new(Cell::new(0));
    let shared = Arc::clone(&reloads);

    let web = thread::spawn(move || shared.set(shared.get() + 1)); //~ E0277: `Cell<i32>` cannot be shared between threads safely
    reloads.set(reloads.get() + 1);
    web.join().unwrap();

    println!("{} reloads", reloads.get());
}
