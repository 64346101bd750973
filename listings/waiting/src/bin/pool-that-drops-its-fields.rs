//! A pool drops its sender and then its workers
//@ schedules

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

// ANCHOR: fields
struct Pool {
    jobs: Sender<Job>,
    /// They stand below the sender, as they are joined when they're dropped.
    _workers: Workers,
}

struct Workers(Vec<JoinHandle<()>>);

impl Drop for Workers {
    fn drop(&mut self) {
        for worker in self.0.drain(..) {
            worker.join().unwrap();
        }
    }
}
// ANCHOR_END: fields

impl Pool {
    fn new(size: usize) -> Pool {
        let (jobs, queue) = mpsc::channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        let worker = |_| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue))
        };
        let _workers = Workers((0..size).map(worker).collect());
        Pool { jobs, _workers }
    }

    fn run(&self, job: impl FnOnce() + Send + 'static) {
        self.jobs.send(Box::new(job)).unwrap();
    }
}

// ANCHOR: work
fn work(queue: &Mutex<Receiver<Job>>) {
    let next = || queue.lock().unwrap().recv();
    while let Ok(job) = next() {
        job();
    }
}
// ANCHOR_END: work

// ANCHOR: main
fn main() {
    let pool = Pool::new(2);
    pool.run(|| println!("photo 1 is small"));
    drop(pool);
    println!("good night");
}
// ANCHOR_END: main
