//! A handle can be joined once
//!
//! If this compiled, the second `join` would ask the system about a thread that's gone and has been joined, for which
//! POSIX promises nothing. In a program with more threads, its number may be another one's by then, and `main` would
//! wait for a stranger. After that it'd look for the result in memory that the first `join` has freed.
//@ fixed-by: threads/handle-joined-once

use std::thread;

fn main() {
    let header = thread::spawn(|| "24 MB, 3 parts".split(',').count());

    let fields = header.join().unwrap();
    println!("{fields} fields");
    println!("still {} fields", header.join().unwrap()); //~ E0382: use of moved value: `header`
}
