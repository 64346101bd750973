//! An `Arc` counts the owners of a `Mutex` on two threads

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: owners
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));
    let shared = Arc::clone(&bookings);

    let web = thread::spawn(move || shared.lock().unwrap().push("Bo"));
    let phone = Arc::clone(&bookings);
    phone.lock().unwrap().push("Cy");
    // ANCHOR_END: owners

    web.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len());
}
