//! Two workers take from one receiver behind a mutex
//@ hangs
//@ schedules

use std::sync::{Barrier, Mutex, mpsc};
use std::thread;

static TOGETHER: Barrier = Barrier::new(2);

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("east").unwrap();
    jobs.send("west").unwrap();
    drop(jobs);

    println!("two gauges to be read");
    let queue = Mutex::new(queue);
    let work = || {
        while let Ok(gauge) = queue.lock().unwrap().recv() {
            TOGETHER.wait();
            println!("{gauge}: read");
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}
