//! Five jobs share two threads
//@ unordered

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static JOBS: [&str; 5] = ["wash", "peel", "chop", "fry", "serve"];
static NEXT: AtomicUsize = AtomicUsize::new(0);

fn work() {
    while let Some(job) = JOBS.get(NEXT.fetch_add(1, Ordering::Relaxed)) {
        println!("{job}: done");
    }
}

fn main() {
    let workers = [thread::spawn(work), thread::spawn(work)];

    for worker in workers {
        worker.join().unwrap();
    }
}
