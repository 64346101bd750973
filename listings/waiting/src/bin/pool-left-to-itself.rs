//! A pool of two workers that nobody waits for
//@ schedules
//@ outcome: good night
//@ outcome: photo 1 is small | good night
//@ outcome: good night | photo 1 is small

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

// ANCHOR: pool
type Job = Box<dyn FnOnce() + Send>;

struct Pool {
    jobs: Sender<Job>,
}

impl Pool {
    fn new(size: usize) -> Pool {
        let (jobs, queue) = mpsc::channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..size {
            let queue = Arc::clone(&queue);
            thread::spawn(move || work(&queue));
        }
        Pool { jobs }
    }

    fn run(&self, job: impl FnOnce() + Send + 'static) {
        self.jobs.send(Box::new(job)).unwrap();
    }
}
// ANCHOR_END: pool

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
    println!("good night");
}
// ANCHOR_END: main
