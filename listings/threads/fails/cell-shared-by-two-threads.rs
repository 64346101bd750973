//! A `Cell` can't be shared between threads
//!
//! If this compiled, two threads could replace the number in the cell at the same time, by plain writes that nothing
//! keeps apart: a data race. If the value were larger, you could get half of one and half of the other.
//@ fixed-by: threads/atomic-shared-by-two-threads

use std::cell::Cell;
use std::thread;

fn main() {
    let last_done = Cell::new(0);

    let done = |part| last_done.set(part);

    thread::scope(|scope| {
        scope.spawn(|| done(1)); //~ E0277: `Cell<i32>` cannot be shared between threads safely
        scope.spawn(|| done(2));
    });

    println!("the last part to be done was part {last_done:?}");
}
