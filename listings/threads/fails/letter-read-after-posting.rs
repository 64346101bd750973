//! A letter can't be read once it's been posted
//!
//! If this compiled, `main` would read the letter's bytes through a variable that doesn't own them any more. They're
//! the other thread's now, which frees them when it ends, and that may be before, during or after the reading.
//@ fixed-by: threads/letter-read-before-posting

use std::thread;

fn main() {
    let letter = String::from("Dear reader, …");

    let post = thread::spawn(move || letter.len());
    println!("written: {letter}"); //~ E0382: borrow of moved value: `letter`

    println!("posted: {} bytes", post.join().unwrap());
}
