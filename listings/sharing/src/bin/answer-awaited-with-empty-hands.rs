//! The board is free again before the result is awaited
//@ schedules

use std::sync::{Mutex, mpsc};
use std::thread;

fn main() {
    let board = Mutex::new(vec![]);
    let (done, results) = mpsc::channel();

    // ANCHOR: scope
    thread::scope(|scope| {
        let mut jobs = board.lock().unwrap();
        scope.spawn(|| {
            let mut jobs = board.lock().unwrap();
            done.send(jobs.pop()).unwrap();
        });
        jobs.push("resize photo.jpg");
        drop(jobs);
        println!("the job is on the board");
        println!("done: {:?}", results.recv().unwrap());
    });
    // ANCHOR_END: scope
}
