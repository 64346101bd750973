//! A `Mutex` makes a `Cell` fit for two threads

use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

fn main() {
    let guests = Mutex::new(Cell::new(0));

    let arrive = || {
        let count = guests.lock().unwrap();
        count.set(count.get() + 1);
    };

    thread::scope(|scope| {
        scope.spawn(arrive);
        scope.spawn(arrive);
    });
    println!("{} guests", guests.lock().unwrap().get());
}
