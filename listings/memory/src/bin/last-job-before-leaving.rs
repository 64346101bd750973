//! A worker says that it leaves and looks for a last job; `main` brings a job and looks whether the worker has left
//!
//! Each of the two stores and then looks at what the other one stores. Both may find what was there before, and then nobody does the job.
//@ outcome: done by the worker
//@ outcome: done by main
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static JOB: AtomicBool = AtomicBool::new(false);
static HAS_LEFT: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: leave
fn take() -> bool {
    JOB.load(Ordering::Acquire) && JOB.swap(false, Ordering::Acquire)
}

fn leave() -> bool {
    HAS_LEFT.store(true, Ordering::Release);
    take()
}

fn bring() -> bool {
    JOB.store(true, Ordering::Release);
    HAS_LEFT.load(Ordering::Acquire) && take()
}
// ANCHOR_END: leave

fn main() {
    let worker = thread::spawn(leave);
    let done_by_main = bring();
    let done_by_worker = worker.join().unwrap();

    match (done_by_worker, done_by_main) {
        (true, true) => println!("done twice"),
        (true, false) => println!("done by the worker"),
        (false, true) => println!("done by main"),
        (false, false) => println!("done by nobody"),
    }
}
// ANCHOR_END: both
