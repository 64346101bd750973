//! Every answer of `try_recv` has its arm

use std::sync::mpsc::{self, TryRecvError};

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();
    drop(jobs);

    loop {
        // ANCHOR: arms
        match queue.try_recv() {
            Ok(job) => println!("done: {job}"),
            Err(TryRecvError::Empty) => println!("tidied up"),
            Err(TryRecvError::Disconnected) => break,
        }
        // ANCHOR_END: arms
    }
}
