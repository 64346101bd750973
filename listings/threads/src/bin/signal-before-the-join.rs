//! The signal first, then the waiting
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static GO: AtomicBool = AtomicBool::new(false);

fn main() {
    let runner = thread::spawn(|| {
        while !GO.load(Ordering::Acquire) {
            thread::park();
        }
        println!("runner: gone");
    });
    let signal = runner.thread().clone();

    println!("main: ready");
    GO.store(true, Ordering::Release);
    signal.unpark();
    runner.join().unwrap();
}
