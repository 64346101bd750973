//! A thread gives away a copy of its own text
//@ schedules

use std::thread;

thread_local! {
    static USER: String = String::from("Ada");
}

fn main() {
    let worker = thread::spawn(|| USER.with(|user| user.clone()));
    println!("seats for {}", worker.join().unwrap());
}
