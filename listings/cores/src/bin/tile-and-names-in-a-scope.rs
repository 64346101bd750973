//! A tile gets its names from another thread of the scope
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (names, inbox) = mpsc::channel();

    println!("one tile to draw");
    // ANCHOR: threads
    thread::scope(|scope| {
        scope.spawn(move || println!("roads, {}", inbox.recv().unwrap()));
        scope.spawn(move || names.send("Oslo").unwrap());
    });
    // ANCHOR_END: threads
    println!("drawn");
}
