//! A job goes on the board, and its result is awaited
//@ hangs
//@ schedules

use std::sync::{Mutex, mpsc};
use std::thread;

fn main() {
    let board = Mutex::new(vec![]);
    let (done, results) = mpsc::channel();

    thread::scope(|scope| {
        let mut jobs = board.lock().unwrap();
        scope.spawn(|| {
            let mut jobs = board.lock().unwrap();
            done.send(jobs.pop()).unwrap();
        });
        jobs.push("resize photo.jpg");
        println!("the job is on the board");
        println!("done: {:?}", results.recv().unwrap());
    });
}
