//! A worker says that it's idle, finds no job, and parks
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static JOB_IS_THERE: AtomicBool = AtomicBool::new(false);
static STATUS: Mutex<&str> = Mutex::new("starting");

fn main() {
    // ANCHOR: worker
    let worker = thread::spawn(|| {
        *STATUS.lock().unwrap() = "idle";
        while !JOB_IS_THERE.load(Ordering::Acquire) {
            thread::park();
        }
        println!("worker: starts");
    });
    // ANCHOR_END: worker

    JOB_IS_THERE.store(true, Ordering::Release);
    worker.thread().unpark();
    worker.join().unwrap();
}
