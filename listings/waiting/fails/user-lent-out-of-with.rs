//! A thread gives away a reference to its own text
//!
//! If this compiled, `main` would print a text which the end of the other thread has freed.
//@ fixed-by: waiting/user-copied-out-of-with

use std::thread;

thread_local! {
    static USER: String = String::from("Ada");
}

fn main() {
    let worker = thread::spawn(|| USER.with(|user| user)); //~ error: lifetime may not live long enough
    println!("seats for {}", worker.join().unwrap());
}
