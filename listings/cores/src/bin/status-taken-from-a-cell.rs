//! A page takes the status of a server out of an `AtomicCell`

use crossbeam::atomic::AtomicCell;
use std::thread;

fn main() {
    let status = AtomicCell::new(String::from("starting"));
    thread::scope(|scope| {
        scope.spawn(|| status.store(String::from("serving")));
    });
    // ANCHOR: take
    let text = status.take();
    // ANCHOR_END: take
    println!("status: {text}");
}
