//! The clone is made inside the closure
//!
//! If this compiled, the thread would own `bookings`, and `main` would use the same `Arc` without being counted as an
//! owner. When the thread ends, its two owners are dropped and the list is freed. `main` locks and reads where it was.
//@ fixed-by: sharing/clone-made-in-time

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));

    let web = thread::spawn(move || {
        let shared = Arc::clone(&bookings);
        shared.lock().unwrap().push("Bo");
    });
    bookings.lock().unwrap().push("Cy"); //~ E0382: borrow of moved value: `bookings`

    web.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len());
}
