//! A worker indexes three files and asks for urgent jobs in between
//@ outcome: urgent: crop | indexed: 3
//@ outcome: indexed: 3 | urgent: crop
//@ schedules

use std::sync::{Barrier, mpsc};
use std::thread;

static OPEN: Barrier = Barrier::new(2);

fn main() {
    let (jobs, queue) = mpsc::channel();
    let client = thread::spawn(move || {
        OPEN.wait();
        jobs.send("crop").unwrap();
    });

    OPEN.wait();
    for _file in 1..=3 {
        if let Ok(job) = queue.try_recv() {
            println!("urgent: {job}");
        }
    }
    println!("indexed: 3");
    for job in queue {
        println!("urgent: {job}");
    }
    client.join().unwrap();
}
