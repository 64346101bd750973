//! A worker looks at a count, and parks only while jobs are missing
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static JOBS: AtomicU32 = AtomicU32::new(0);

fn main() {
    // ANCHOR: worker
    let worker = thread::spawn(|| {
        while JOBS.load(Ordering::Acquire) < 2 {
            thread::park();
        }
    });
    let signal = || {
        JOBS.fetch_add(1, Ordering::Release);
        worker.thread().unpark();
    };
    // ANCHOR_END: worker

    thread::scope(|clients| {
        clients.spawn(signal);
        clients.spawn(signal);
    });
    worker.join().unwrap();
    println!("two jobs are done");
}
