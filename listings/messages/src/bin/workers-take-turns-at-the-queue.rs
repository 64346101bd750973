//! A pool of two workers takes its jobs from one queue
//@ unordered
//@ schedules

use std::sync::{Barrier, Mutex, mpsc};
use std::thread;

static TOGETHER: Barrier = Barrier::new(2);

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("east").unwrap();
    jobs.send("west").unwrap();
    drop(jobs);

    let queue = Mutex::new(queue);
    let next = || queue.lock().unwrap().recv();
    let work = || {
        while let Ok(gauge) = next() {
            TOGETHER.wait();
            println!("{gauge}: read");
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}
