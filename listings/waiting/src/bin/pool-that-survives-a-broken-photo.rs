//! A job's panic ends the job, and not its worker
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
        // Our jobs share nothing with others, and a panic drops what its job owns,
        // so nobody can see what it has left half done.
        let _ = catch_unwind(AssertUnwindSafe(job));
    }
}
// ANCHOR_END: work

// ANCHOR: main
fn main() {
    let pool = Pool::new(1);
    pool.run(|| panic!("photo 1 is no photo")); //~ panic: photo 1 is no photo
    pool.run(|| println!("photo 2 is small"));
    drop(pool);
    println!("good night");
}
// ANCHOR_END: main
