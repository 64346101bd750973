//! A letter cannot be read after it has been posted
//!
//! If this compiled, `main` would read the letter's bytes through a variable that no longer owns them. The other thread owns
//! them now and frees them when it ends, which may be before, during or after the reading.
//@ fixed-by: threads/letter-read-before-posting

use std::thread;

fn main() {
    let letter = String::from("Dear reader, …");

    let post = thread::spawn(move || letter.len());
    println!("written: {letter}"); //~ E0382: borrow of moved value: `letter`

    println!("posted: {} bytes", post.join().unwrap());
}
