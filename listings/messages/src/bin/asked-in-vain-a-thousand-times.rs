//! A job is sent when the worker has asked a thousand times

use std::sync::mpsc::{self, TryRecvError};
use std::thread;

fn main() {
    let (jobs, queue) = mpsc::channel();
    let (complaint, desk) = mpsc::channel();
    let client = thread::spawn(move || {
        desk.recv().unwrap();
        jobs.send("resize").unwrap();
    });

    let mut in_vain = 0;
    let job = loop {
        match queue.try_recv() {
            Ok(job) => break job,
            Err(TryRecvError::Empty) => in_vain += 1,
            Err(TryRecvError::Disconnected) => break "no job",
        }
        if in_vain == 1000 {
            complaint.send("nothing to do?").unwrap();
        }
    };

    println!("{job}; a thousand times in vain: {}", in_vain >= 1000);
    client.join().unwrap();
}
