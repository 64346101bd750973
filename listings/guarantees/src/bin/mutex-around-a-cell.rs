//! Two workers take a permit each, one at a time

use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

fn main() {
    let permits = Mutex::new(Cell::new(12));

    let take = || {
        let permits = permits.lock().unwrap();
        permits.set(permits.get() - 1);
    };
    thread::scope(|scope| {
        scope.spawn(take);
        scope.spawn(take);
    });

    println!("{} permits left", permits.into_inner().unwrap().get());
}
