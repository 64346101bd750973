//! What is lent out cannot be given away
//!
//! If this compiled, the new thread would own the guest list and could free it at any moment, while `main` reads the
//! first name through `host`: letters that have been freed on another thread.
//@ fixed-by: threads/loan-ended-before-the-move

use std::thread;

fn main() {
    let guests = [String::from("Ida"), String::from("Jon")];
    let host = &guests[0];

    let counter = thread::spawn(move || guests.len()); //~ E0505: cannot move out of `guests` because it is borrowed
    println!("host: {host}");

    println!("guests: {}", counter.join().unwrap());
}
