//! A guest list with two owners, in a lock

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let guests = Arc::new(Mutex::new(vec!["Ida"]));
    let list = Arc::clone(&guests);

    let doorman = thread::spawn(move || list.lock().unwrap().push("Jon"));
    doorman.join().unwrap();

    println!("{:?}", guests.lock().unwrap());
}
