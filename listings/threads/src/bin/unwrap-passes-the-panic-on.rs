//! `unwrap` on the result of `join` turns the thread's panic into the caller's
//@ panics
//@ schedules

use std::thread;

fn main() {
    let printer = thread::spawn(|| {
        let pages: u32 = "twelve".parse().unwrap(); //~ panic: ParseIntError
        pages
    });

    println!("waiting for the printer");
    let pages = printer.join().unwrap(); //~ panic: called `Result::unwrap()` on an `Err` value
    println!("{pages} pages printed");
}
