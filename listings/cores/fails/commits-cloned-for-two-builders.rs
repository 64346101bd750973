//! Two builders want to take commits from one channel
//!
//! If this compiled, both builders could be inside `recv` at the same time. The queue of today would stand it, and each commit would be built once. But `Receiver` doesn't promise that, and in the queue that `std` had before Rust 1.67 it would have been a data race: both could have got `a1`.
//@ fixed-by: cores/commits-for-two-builders

use std::sync::mpsc;
use std::thread;

fn main() {
    let (push, commits) = mpsc::channel();
    for commit in ["a1", "b2", "c3"] {
        push.send(commit).unwrap();
    }
    drop(push);

    // ANCHOR: second
    let second = commits.clone(); //~ E0599: no method named `clone` found
    let builders = [commits, second].map(|queue| thread::spawn(move || queue.iter().count()));
    // ANCHOR_END: second
    let built: usize = builders.map(|builder| builder.join().unwrap()).iter().sum();
    println!("{built} builds");
}
