//! A thread of a scope panics and isn't joined
//@ panics

use std::thread;

fn main() {
    let fields: Vec<_> = "GET,/tea".split(',').collect();

    thread::scope(|scope| {
        //~^ panic: a scoped thread panicked
        scope.spawn(|| fields[2].len()); //~ panic: index out of bounds
        scope.spawn(|| println!("{} fields in the line", fields.len()));
    });

    println!("report finished");
}
