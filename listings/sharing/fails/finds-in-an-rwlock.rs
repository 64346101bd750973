//! A `Cell` in an `RwLock`, used by two threads
//!
//! If this compiled, both threads could be inside at once, each with a read guard, and they'd both call `set` on one
//! `Cell`. Each reads the count and writes it back, and there's nothing between them: a data race, in which one of the
//! two requests can be lost.
//@ fixed-by: sharing/finds-in-a-mutex

use std::cell::Cell;
use std::sync::RwLock;
use std::thread;

fn main() {
    let found = RwLock::new(Cell::new(0));

    let look = || {
        let count = found.read().unwrap();
        count.set(count.get() + 1);
    };

    thread::scope(|scope| {
        scope.spawn(look); //~ E0277: `Cell<i32>` cannot be shared between threads safely
        scope.spawn(look);
    });
    println!("{} found", found.read().unwrap().get());
}
