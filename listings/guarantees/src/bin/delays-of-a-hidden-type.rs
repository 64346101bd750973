//! The delays between retries, as an iterator of a hidden type

use std::thread;

fn delays() -> impl Iterator<Item = u32> {
    let first = 100;
    (0..3).map(move |n| first << n)
}

fn main() {
    let delays = delays();

    let client = thread::spawn(move || delays.collect::<Vec<_>>());
    println!("{:?} ms", client.join().unwrap());
}
