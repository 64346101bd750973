//! A worker finds no job, says that it's idle, and parks
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

// ANCHOR: program
static JOB_IS_THERE: AtomicBool = AtomicBool::new(false);
static STATUS: Mutex<&str> = Mutex::new("starting");

fn main() {
    let worker = thread::spawn(|| {
        while !JOB_IS_THERE.load(Ordering::Acquire) {
            *STATUS.lock().unwrap() = "idle";
            thread::park();
        }
        println!("worker: starts");
    });

    JOB_IS_THERE.store(true, Ordering::Release);
    worker.thread().unpark();
    worker.join().unwrap();
}
// ANCHOR_END: program
