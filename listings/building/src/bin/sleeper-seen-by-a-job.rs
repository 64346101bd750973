//! A worker says that it sleeps and looks for a job; `main` brings one and looks for a sleeper, all in one order
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static HAS_JOB: AtomicBool = AtomicBool::new(false);
static ASLEEP: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        ASLEEP.store(true, Ordering::SeqCst);
        HAS_JOB.load(Ordering::SeqCst)
    });
    HAS_JOB.store(true, Ordering::SeqCst);
    let calls = ASLEEP.load(Ordering::SeqCst);
    let sees = worker.join().unwrap();
    if !calls && !sees {
        println!("worker sleeps, and nobody calls");
    } else {
        println!("the job is done");
    }
}
