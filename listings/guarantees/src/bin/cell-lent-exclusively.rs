//! An exclusive loan of a `Cell`, on another thread

use std::cell::Cell;
use std::thread;

fn main() {
    let mut visits = Cell::new(1);
    let lent = &mut visits;

    thread::scope(|scope| {
        scope.spawn(move || lent.set(lent.get() + 4));
    });

    println!("{} visits", visits.get());
}
