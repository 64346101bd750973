//! A thread of a scope panics and is joined

use std::thread;

fn main() {
    let fields: Vec<_> = "GET,/tea".split(',').collect();

    let parsed = thread::scope(|scope| {
        let status = scope.spawn(|| fields[2]); //~ panic: index out of bounds
        status.join().is_ok()
    });

    println!("parsed: {parsed}");
    println!("fields: {fields:?}");
}
