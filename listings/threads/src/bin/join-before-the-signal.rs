//! First `join`, then the signal
//@ hangs
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
    runner.join().unwrap();
    GO.store(true, Ordering::Release);
    signal.unpark();
}
