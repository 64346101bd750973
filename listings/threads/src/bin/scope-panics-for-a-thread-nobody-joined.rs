//! A thread of a scope panics and is not joined
//@ panics

use std::thread;

fn main() {
    let parcels: Vec<_> = "book,vase".split(',').collect();

    thread::scope(|scope| {
        //~^ panic: a scoped thread panicked
        scope.spawn(|| parcels[2].len()); //~ panic: index out of bounds
        scope.spawn(|| println!("{} parcels on the list", parcels.len()));
    });

    println!("all parcels delivered");
}
