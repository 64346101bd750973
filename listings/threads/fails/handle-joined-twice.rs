//! A handle can be joined once
//!
//! If this compiled, the second `join` would ask the system about a thread that is gone. The system may already have
//! given its number to another thread, so `main` could fail, or wait for a stranger; and then it would look for the
//! result in memory that the first `join` has freed.
//@ fixed-by: threads/handle-joined-once

use std::thread;

fn main() {
    let counter = thread::spawn(|| "one two three".split(' ').count());

    let words = counter.join().unwrap();
    println!("{words} words");
    println!("still {} words", counter.join().unwrap()); //~ E0382: use of moved value: `counter`
}
