//! The thread owns the text that it counts

use std::thread::{self, JoinHandle};

fn count_in_background(text: String) -> JoinHandle<usize> {
    thread::spawn(move || text.split_whitespace().count())
}

fn main() {
    let counter = count_in_background("to be or not to be".to_owned());

    println!("{} words", counter.join().unwrap());
}
