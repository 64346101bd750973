//! A `Mutex` makes a `Cell` fit for two threads

use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

fn main() {
    // ANCHOR: look
    let found = Mutex::new(Cell::new(0));

    let look = || {
        let count = found.lock().unwrap();
        count.set(count.get() + 1);
    };
    // ANCHOR_END: look

    thread::scope(|scope| {
        scope.spawn(look);
        scope.spawn(look);
    });
    println!("{} found", found.lock().unwrap().get());
}
