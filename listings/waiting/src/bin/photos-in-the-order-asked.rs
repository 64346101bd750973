//! Two photos, two workers, and a list of answers
//@ schedules

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

// ANCHOR: pool
type Job = Box<dyn FnOnce() + Send>;

struct Pool {
    jobs: Option<Sender<Job>>,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    fn new(size: usize) -> Pool {
        let (jobs, queue) = mpsc::channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        let worker = |_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue))
        };
        let workers = (0..size).map(worker).collect();
        Pool {
            jobs: Some(jobs),
            workers,
        }
    }

    fn run(&self, job: impl FnOnce() + Send + 'static) {
        let jobs = self.jobs.as_ref().unwrap();
        if jobs.send(Box::new(job)).is_err() {
            println!("nobody is there to do it");
        }
    }
}
// ANCHOR_END: pool

// ANCHOR: drop
impl Drop for Pool {
    fn drop(&mut self) {
        self.jobs = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: work
fn work(queue: &Mutex<Receiver<Job>>) {
    let next = || queue.lock().unwrap().recv();
    while let Ok(job) = next() {
        // Our jobs share a channel with others, and nothing else. An answer is sent whole
        // or not at all, so nobody can see what a panic has left half done.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}
// ANCHOR_END: work

// ANCHOR: ask
impl Pool {
    fn ask<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
        let (answer, answered) = mpsc::channel();
        self.run(move || {
            let _ = answer.send(job());
        });
        answered
    }
}
// ANCHOR_END: ask

// ANCHOR: main
fn main() {
    let pool = Pool::new(2);
    let asked = [1600, 800].map(|width| pool.ask(move || width / 10));
    let small = asked.map(|answered| answered.recv().unwrap());
    println!("small: {small:?}");
}
// ANCHOR_END: main
