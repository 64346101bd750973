//! `main` waits for a thread, lock in hand
//@ hangs
//@ schedules

use std::sync::Mutex;
use std::thread;

static DONE: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn main() {
    let mut done = DONE.lock().unwrap();
    done.push("mail");

    let worker = thread::spawn(|| DONE.lock().unwrap().push("resize"));
    println!("waiting for the worker");
    worker.join().unwrap();

    println!("{} done", DONE.lock().unwrap().len());
}
