//! Whoever drops the pool last waits for its worker, unless it is the worker
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

struct Pool {
    jobs: Option<Sender<Job>>,
    worker: Option<JoinHandle<()>>,
}

impl Pool {
    fn new() -> Pool {
        let (jobs, queue) = mpsc::channel::<Job>();
        let work = move || queue.into_iter().for_each(|job| job());
        Pool {
            jobs: Some(jobs),
            worker: Some(thread::spawn(work)),
        }
    }

    fn run(&self, job: impl FnOnce() + Send + 'static) {
        let jobs = self.jobs.as_ref().unwrap();
        jobs.send(Box::new(job)).unwrap();
    }
}

// ANCHOR: drop
impl Drop for Pool {
    fn drop(&mut self) {
        self.jobs = None;
        let worker = self.worker.take().unwrap();
        if worker.thread().id() != thread::current().id() {
            worker.join().unwrap();
        }
    }
}
// ANCHOR_END: drop

static WIDTH: OnceLock<u32> = OnceLock::new();

fn main() {
    let pool = Arc::new(Pool::new());
    let share = Arc::clone(&pool);
    let shrink = || WIDTH.set(160).unwrap();
    pool.run(move || share.run(shrink));
    thread::sleep(Duration::from_millis(1));
    drop(pool);
    println!("{} pixels", WIDTH.wait());
}
