//! A borrowed argument cannot go to a thread that may outlive the call
//!
//! If this compiled, nothing would go wrong in this program, whose `main` joins the thread before it drops the
//! headline. But `shout` cannot know that. Another caller could drop its string as soon as `shout` has returned, and
//! leave the thread reading freed memory. The caller would see nothing wrong: a `&str` argument says that the loan ends
//! with the call.
//@ fixed-by: threads/argument-copied-for-the-thread

use std::thread::{self, JoinHandle};

fn shout(text: &str) -> JoinHandle<String> {
    thread::spawn(move || text.to_uppercase()) //~ E0521: borrowed data escapes outside of function
}

fn main() {
    let headline = String::from("snow in june");
    let shouter = shout(&headline);

    println!("{}", shouter.join().unwrap());
}
