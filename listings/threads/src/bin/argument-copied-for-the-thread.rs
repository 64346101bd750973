//! The thread is given a copy of its own

use std::thread::{self, JoinHandle};

fn shout(text: &str) -> JoinHandle<String> {
    let text = text.to_owned();
    thread::spawn(move || text.to_uppercase())
}

fn main() {
    let headline = String::from("snow in june");
    let shouter = shout(&headline);

    println!("{}", shouter.join().unwrap());
}
