//! `unwrap` on the result of `join` turns the thread's panic into the caller's
//@ panics
//@ schedules

use std::thread;

fn main() {
    let header = thread::spawn(|| {
        let bytes: u32 = "twelve".parse().unwrap(); //~ panic: ParseIntError
        bytes
    });

    println!("waiting for the header");
    let bytes = header.join().unwrap(); //~ panic: called `Result::unwrap()` on an `Err` value
    println!("{bytes} bytes to come");
}
