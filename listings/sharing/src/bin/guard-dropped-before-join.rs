//! `main` lets go of the lock, and then waits
//@ schedules

use std::sync::Mutex;
use std::thread;

static DONE: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    // ANCHOR: main
    let mut done = DONE.lock().unwrap();
    done.push("mail");
    drop(done);

    let worker = thread::spawn(|| DONE.lock().unwrap().push("resize"));
    println!("waiting for the worker");
    worker.join().unwrap();
    // ANCHOR_END: main

    println!("{} done", DONE.lock().unwrap().len());
}
