//! Two workers share three jobs, each in one of the 2³ ways
//@ returns: [[1, 2, 3], []]
//@ returns: [[1, 2], [3]]
//@ returns: [[1, 3], [2]]
//@ returns: [[1], [2, 3]]
//@ returns: [[2, 3], [1]]
//@ returns: [[2], [1, 3]]
//@ returns: [[3], [1, 2]]
//@ returns: [[], [1, 2, 3]]

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let receiver = Arc::new(Mutex::new(receiver));
    let workers: Vec<_> = (0..2)
        .map(|_| {
            let receiver = Arc::clone(&receiver);
            thread::spawn(move || {
                let mut mine = Vec::new();
                loop {
                    let job = receiver.lock().unwrap().recv();
                    let Ok(job) = job else { break };
                    mine.push(job);
                }
                mine
            })
        })
        .collect();
    for job in 1..=3 {
        sender.send(job).unwrap();
    }
    drop(sender);
    let all: Vec<Vec<u32>> = workers.into_iter().map(|w| w.join().unwrap()).collect();
    println!("{all:?}");
}
