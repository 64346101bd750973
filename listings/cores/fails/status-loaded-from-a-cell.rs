//! A page looks at the status of a server, which is kept in an `AtomicCell`
//!
//! If this compiled, the text would be copied as its three numbers, and there'd be two owners of the same letters, `text`
//! and the cell. Both would free them at the end of `main`. And if the worker went on, its next `store` would free them
//! while the page prints them.
//@ fixed-by: cores/status-taken-from-a-cell

use crossbeam::atomic::AtomicCell;
use std::thread;

fn main() {
    // ANCHOR: status
    let status = AtomicCell::new(String::from("starting"));
    thread::scope(|scope| {
        scope.spawn(|| status.store(String::from("serving")));
    });
    let text = status.load(); //~ E0599: `load` exists for struct
    println!("status: {text}");
    // ANCHOR_END: status
}
