//! A borrowed argument can't go to a thread that may outlive the call
//!
//! If this compiled, nothing would go wrong in this program, whose `main` joins the thread before it drops the query.
//! But `search` can't know that. Another caller could drop its string as soon as `search` has returned, and leave the
//! thread reading freed memory. It'd look all right to that caller, since a `&str` argument says that the loan ends
//! with the call.
//@ fixed-by: threads/argument-copied-for-the-thread

use std::thread::{self, JoinHandle};

fn search(query: &str) -> JoinHandle<String> {
    thread::spawn(move || format!("nothing found for {query}")) //~ E0521: borrowed data escapes outside of function
}

fn main() {
    let query = String::from("blue teapot");
    let answer = search(&query);

    println!("{}", answer.join().unwrap());
}
