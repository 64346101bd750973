//! A queue is emptied twice, while the sender stays

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();

    jobs.send("resize").unwrap();
    jobs.send("crop").unwrap();
    println!("first batch: {} jobs", queue.try_iter().count());

    jobs.send("rotate").unwrap();
    println!("second batch: {} job", queue.try_iter().count());
    drop(jobs);
}
