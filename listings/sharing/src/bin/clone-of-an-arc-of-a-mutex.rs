//! A clone of the `Arc` leads to the same `Mutex`

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: clone
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));
    let copy = bookings.clone();

    let web = thread::spawn(move || copy.lock().unwrap().push("Bo"));
    // ANCHOR_END: clone
    web.join().unwrap();

    println!("{} bookings", bookings.lock().unwrap().len());
}
