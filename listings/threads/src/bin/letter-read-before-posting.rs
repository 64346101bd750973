//! Read first, then posted: nobody reads a letter that's gone

use std::thread;

fn main() {
    let letter = String::from("Dear reader, …");
    println!("written: {letter}");

    let post = thread::spawn(move || letter.len());

    println!("posted: {} bytes", post.join().unwrap());
}
