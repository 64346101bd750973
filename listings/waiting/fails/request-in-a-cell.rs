//! The number of a request in a `Cell` that all threads have
//!
//! If this compiled, two threads could write to the `Cell` at the same time. And without that, a line of one request
//! could be logged under the number of the other.
//@ fixed-by: waiting/request-for-each-thread

use std::cell::Cell;
use std::thread;

static REQUEST: Cell<u32> = Cell::new(0); //~ E0277: `Cell<u32>` cannot be shared between threads safely

fn log(line: &str) {
    println!("request {}: {line}", REQUEST.get());
}

fn main() {
    let others = [1, 2].map(|number| {
        thread::spawn(move || {
            REQUEST.set(number);
            log("seats found");
        })
    });
    for other in others {
        other.join().unwrap();
    }
    log("all done");
}
