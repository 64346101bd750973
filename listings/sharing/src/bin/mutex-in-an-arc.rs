//! A `Mutex` in the `Arc` protects the title

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let title = Arc::new(Mutex::new(String::from("Dawn")));
    let shared = Arc::clone(&title);

    let singer = thread::spawn(move || shared.lock().unwrap().push_str(" song"));
    title.lock().unwrap().insert_str(0, "A ");
    singer.join().unwrap();

    println!("{}", title.lock().unwrap());
}
