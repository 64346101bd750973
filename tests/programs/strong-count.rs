//! `Arc::strong_count` while another owner goes
//@ returns: 1
//@ returns: 2

use std::sync::Arc;
use std::thread;

fn main() {
    let shared = Arc::new(5);
    let other = Arc::clone(&shared);
    let thread = thread::spawn(move || drop(other));
    println!("{}", Arc::strong_count(&shared));
    thread.join().unwrap();
}
