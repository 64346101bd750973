//! The last use of the loan comes before the move

use std::thread;

fn main() {
    let guests = [String::from("Ida"), String::from("Jon")];
    let host = &guests[0];

    println!("host: {host}");
    let counter = thread::spawn(move || guests.len());

    println!("guests: {}", counter.join().unwrap());
}
