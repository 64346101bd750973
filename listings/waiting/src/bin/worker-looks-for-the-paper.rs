//! A worker waits for a job, and looks whether there's paper
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

static PAPER_IS_THERE: AtomicBool = AtomicBool::new(false);

fn main() {
    let (jobs, inbox) = mpsc::channel();
    // ANCHOR: worker
    let worker = thread::spawn(move || {
        let job = inbox.recv().unwrap();
        while !PAPER_IS_THERE.load(Ordering::Acquire) {
            thread::park();
        }
        println!("worker: {job}");
    });

    PAPER_IS_THERE.store(true, Ordering::Release);
    worker.thread().unpark();
    // ANCHOR_END: worker
    jobs.send("print letter.pdf").unwrap();
    worker.join().unwrap();
}
