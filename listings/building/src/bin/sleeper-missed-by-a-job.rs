//! A worker says that it sleeps and looks for a job; `main` brings one and looks for a sleeper
//!
//! Each may read the other's flag as it was before. Then the worker sleeps, with a job to do, and nobody calls it.
//@ outcome: the job is done
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static HAS_JOB: AtomicBool = AtomicBool::new(false);
static ASLEEP: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        ASLEEP.store(true, Ordering::Release);
        HAS_JOB.load(Ordering::Acquire)
    });
    HAS_JOB.store(true, Ordering::Release);
    let calls = ASLEEP.load(Ordering::Acquire);
    let sees = worker.join().unwrap();
    if !calls && !sees {
        println!("worker sleeps, and nobody calls");
    } else {
        println!("the job is done");
    }
}
