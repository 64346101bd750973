//! A thread may still run when the text it borrows is gone
//!
//! If this compiled, `count_in_background` would return at once and free `text` on its way out. The new thread would then
//! walk through memory that no longer belongs to the text: it could count words of some other string that has been put
//! there since, or end the program with a fault.
//@ fixed-by: threads/text-moved-into-the-thread

use std::thread::{self, JoinHandle};

fn count_in_background(text: String) -> JoinHandle<usize> {
    thread::spawn(|| text.split_whitespace().count()) //~ E0373: may outlive the current function
}

fn main() {
    let counter = count_in_background("to be or not to be".to_owned());

    println!("{} words", counter.join().unwrap());
}
