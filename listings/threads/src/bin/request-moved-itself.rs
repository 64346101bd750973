//! The string itself is moved, and no reference is left to dangle

use std::thread;

fn main() {
    let request = String::from("GET /prices");
    let logged = request;

    let logger = thread::spawn(move || println!("{logged}"));

    logger.join().unwrap();
}
