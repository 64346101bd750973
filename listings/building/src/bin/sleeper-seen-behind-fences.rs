//! A worker says that it sleeps and looks for a job; `main` brings one and looks for a sleeper, each with a fence in between
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static HAS_JOB: AtomicBool = AtomicBool::new(false);
static ASLEEP: AtomicBool = AtomicBool::new(false);

// ANCHOR: main
fn main() {
    let worker = thread::spawn(|| {
        ASLEEP.store(true, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        HAS_JOB.load(Ordering::Relaxed)
    });
    HAS_JOB.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    let calls = ASLEEP.load(Ordering::Relaxed);
    let sees = worker.join().unwrap();
    if !calls && !sees {
        println!("worker sleeps, and nobody calls");
    } else {
        println!("the job is done");
    }
}
// ANCHOR_END: main
