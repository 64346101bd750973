//! The clone is made before the closure, and moves into it

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));

    // ANCHOR: clone
    let shared = Arc::clone(&bookings);
    let web = thread::spawn(move || {
        shared.lock().unwrap().push("Bo");
    });
    // ANCHOR_END: clone
    bookings.lock().unwrap().push("Cy");

    web.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len());
}
