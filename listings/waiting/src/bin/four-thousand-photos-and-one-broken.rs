//! Two workers, four thousand jobs, and one that panics

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

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

impl Drop for Pool {
    fn drop(&mut self) {
        self.jobs = None;
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn work(queue: &Mutex<Receiver<Job>>) {
    let next = || queue.lock().unwrap().recv();
    while let Ok(job) = next() {
        // Our jobs share a channel with others, and nothing else. An answer is sent whole
        // or not at all, so nobody can see what a panic has left half done.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}

impl Pool {
    fn ask<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Receiver<T> {
        let (answer, answered) = mpsc::channel();
        self.run(move || {
            let _ = answer.send(job());
        });
        answered
    }
}

// ANCHOR: main
fn main() {
    let pool = Pool::new(2);
    let ask = |photo: u32| {
        pool.ask(move || {
            assert!(photo != 2600, "photo {photo} is no photo"); //~ panic: photo 2600 is no photo
            photo / 10
        })
    };
    let answers: Vec<_> = (1..=4000).map(ask).collect();
    let widths: Vec<_> = answers.iter().flat_map(|answer| answer.recv()).collect();
    println!("{} of {} answers", widths.len(), answers.len());
    println!("in their order: {}", widths.is_sorted());
}
// ANCHOR_END: main
