//! The signal first, then the waiting
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static GO: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        while !GO.load(Ordering::Acquire) {
            thread::park();
        }
        println!("worker: starts");
    });
    let signal = worker.thread().clone();

    println!("main: ready");
    GO.store(true, Ordering::Release);
    signal.unpark();
    worker.join().unwrap();
}
