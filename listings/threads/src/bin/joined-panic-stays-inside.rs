//! A thread of a scope panics and is joined

use std::thread;

fn main() {
    let parcels: Vec<_> = "book,vase".split(',').collect();

    let delivered = thread::scope(|scope| {
        let courier = scope.spawn(|| parcels[2]); //~ panic: index out of bounds
        courier.join().is_ok()
    });

    println!("delivered: {delivered}");
    println!("parcels: {parcels:?}");
}
