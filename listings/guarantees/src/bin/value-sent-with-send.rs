//! The helper asks for what it needs

use std::fmt::Display;
use std::thread;

fn print_elsewhere<T: Display + Send>(value: T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("printed: {value}"));
    });
}

fn main() {
    print_elsewhere(String::from("tides at noon"));
    print_elsewhere(12);
}
