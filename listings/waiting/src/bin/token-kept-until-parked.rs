//! A worker starts once it has been given the signal
//@ schedules

use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        thread::park();
        println!("the worker starts");
    });

    worker.thread().unpark();
    worker.join().unwrap();
}
