//! A pool gives its worker away, and leaves `None` in its place
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

struct Pool {
    jobs: Option<Sender<u32>>,
    worker: Option<JoinHandle<u32>>,
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.jobs = None;
        let photos = self.worker.take().map(|worker| worker.join().unwrap());
        println!("joined by the pool: {photos:?}");
    }
}

impl Pool {
    // ANCHOR: give
    fn into_worker(mut self) -> Option<JoinHandle<u32>> {
        self.worker.take()
    }
    // ANCHOR_END: give
}

fn main() {
    let (jobs, queue) = mpsc::channel();
    let worker = Some(thread::spawn(move || queue.iter().sum()));
    let jobs = Some(jobs);
    let worker = Pool { jobs, worker }.into_worker().unwrap();
    println!("joined by main: {}", worker.join().unwrap());
}
