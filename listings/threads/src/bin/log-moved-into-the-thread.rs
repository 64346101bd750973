//! The thread owns the log that it counts

use std::thread::{self, JoinHandle};

fn count_in_background(log: String) -> JoinHandle<usize> {
    thread::spawn(move || log.lines().count())
}

fn main() {
    let counter = count_in_background("GET /\nGET /photos".to_owned());

    println!("{} requests", counter.join().unwrap());
}
