//! The thread is given a copy of its own

use std::thread::{self, JoinHandle};

// ANCHOR: search
fn search(query: &str) -> JoinHandle<String> {
    let query = query.to_owned();
    thread::spawn(move || format!("nothing found for {query}"))
}
// ANCHOR_END: search

fn main() {
    let query = String::from("blue teapot");
    let answer = search(&query);

    println!("{}", answer.join().unwrap());
}
