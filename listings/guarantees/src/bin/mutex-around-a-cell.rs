//! Two shops take a loaf each, one at a time

use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

fn main() {
    let loaves = Mutex::new(Cell::new(12));

    let take = || {
        let loaves = loaves.lock().unwrap();
        loaves.set(loaves.get() - 1);
    };
    thread::scope(|scope| {
        scope.spawn(take);
        scope.spawn(take);
    });

    println!("{} loaves left", loaves.into_inner().unwrap().get());
}
