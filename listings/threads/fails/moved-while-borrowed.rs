//! What is lent out cannot be given away
//!
//! If this compiled, the new thread would own the queue and could free it at any moment, while `main` reads the first
//! request through `next`: letters that have been freed on another thread.
//@ fixed-by: threads/loan-ended-before-the-move

use std::thread;

fn main() {
    let queue = [String::from("GET /"), String::from("GET /cart")];
    let next = &queue[0];

    let counter = thread::spawn(move || queue.len()); //~ E0505: cannot move out of `queue` because it is borrowed
    println!("next: {next}");

    println!("queued: {}", counter.join().unwrap());
}
