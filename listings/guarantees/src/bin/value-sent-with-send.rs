//! The helper asks for what it needs

use std::fmt::Display;
use std::thread::{self, JoinHandle};

// ANCHOR: helper
fn log_elsewhere<T: Display + Send + 'static>(entry: T) -> JoinHandle<()> {
    thread::spawn(move || println!("logged: {entry}"))
}
// ANCHOR_END: helper

fn main() {
    let disk = log_elsewhere(String::from("disk nearly full"));
    disk.join().unwrap();

    let status = log_elsewhere(503);
    status.join().unwrap();
}
