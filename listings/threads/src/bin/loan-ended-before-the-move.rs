//! The last use of the loan comes before the move

use std::thread;

fn main() {
    let queue = [String::from("GET /"), String::from("GET /cart")];
    let next = &queue[0];

    // ANCHOR: order
    println!("next: {next}");
    let counter = thread::spawn(move || queue.len());
    // ANCHOR_END: order

    println!("queued: {}", counter.join().unwrap());
}
