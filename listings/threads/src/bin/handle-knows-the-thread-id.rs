//! Asking for the id from outside and from inside

use std::thread;

fn main() {
    let worker = thread::spawn(|| thread::current().id());

    let seen_from_outside = worker.thread().id();
    let seen_from_inside = worker.join().unwrap();

    println!("same thread: {}", seen_from_outside == seen_from_inside);
    println!("main: {}", seen_from_inside == thread::current().id());
}
