//! A worker says that it leaves and looks for a last job, `main` does the reverse, and all of it is in one order
//!
//! If `main` doesn't find that the worker has left, its look comes before the worker's store. The job was put there earlier still, and the worker looks later and finds it.
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
    JOB.load(Ordering::SeqCst) && JOB.swap(false, Ordering::SeqCst)
}

fn leave() -> bool {
    HAS_LEFT.store(true, Ordering::SeqCst);
    take()
}

fn bring() -> bool {
    JOB.store(true, Ordering::SeqCst);
    HAS_LEFT.load(Ordering::SeqCst) && take()
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
