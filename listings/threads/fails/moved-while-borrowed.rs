//! What's been lent can't be given away
//!
//! If this compiled, the new thread would own the queue and could free it at any moment. `main` isn't done with its
//! first request, and could be reading, through `next`, letters that another thread has freed.
//@ fixed-by: threads/loan-ended-before-the-move

use std::thread;

fn main() {
    let queue = [String::from("GET /"), String::from("GET /cart")];
    let next = &queue[0];

    let counter = thread::spawn(move || queue.len()); //~ E0505: cannot move out of `queue` because it is borrowed
    println!("next: {next}");

    println!("queued: {}", counter.join().unwrap());
}
