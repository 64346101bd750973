//! The helper asks for what it needs

use std::fmt::Display;
use std::thread::{self, JoinHandle};

fn print_elsewhere<T: Display + Send + 'static>(value: T) -> JoinHandle<()> {
    thread::spawn(move || println!("printed: {value}"))
}

fn main() {
    let tides = print_elsewhere(String::from("tides at noon"));
    tides.join().unwrap();

    let hour = print_elsewhere(12);
    hour.join().unwrap();
}
