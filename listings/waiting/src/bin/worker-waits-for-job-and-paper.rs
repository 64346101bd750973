//! A worker waits for a job, and then for paper
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (jobs, inbox) = mpsc::channel();
    let worker = thread::spawn(move || {
        let job = inbox.recv().unwrap();
        thread::park(); // until there's paper
        println!("worker: {job}");
    });

    worker.thread().unpark(); // there's paper
    jobs.send("print letter.pdf").unwrap();
    worker.join().unwrap();
}
