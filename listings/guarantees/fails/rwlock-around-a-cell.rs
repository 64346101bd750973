//! A lock for many readers doesn't help a `Cell`
//!
//! If this compiled, both workers could be let in as readers at the same time. A reader has a shared reference, and
//! with a `Cell` that's enough to change it: both could read 12 and write 11, and two permits would have been taken for
//! one.
//@ fixed-by: guarantees/mutex-around-a-cell

use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

fn main() {
    let permits = RwLock::new(Cell::new(12));

    let take = || {
        let permits = permits.read().unwrap();
        permits.set(permits.get() - 1);
    };
    thread::scope(|scope| {
        scope.spawn(take); //~ E0277: `Cell<i32>` cannot be shared between threads safely
        scope.spawn(take);
    });

    println!("{} permits left", permits.into_inner().unwrap().get());
}
