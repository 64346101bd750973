//! A worker is joined, and then given the signal
//!
//! If this compiled, `main` would wait for the end of a worker that waits for a signal of `main`, and neither would ever go on.
//@ fixed-by: waiting/token-kept-until-parked

use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        thread::park();
        println!("the worker starts");
    });

    worker.join().unwrap();
    worker.thread().unpark(); //~ E0382: borrow of moved value
}
