//! Two closures and `main` own one `Mutex` through an `Arc`

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: owners
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));
    let (for_web, for_phone) = (Arc::clone(&bookings), Arc::clone(&bookings));

    let web = thread::spawn(move || for_web.lock().unwrap().push("Bo"));
    let phone = thread::spawn(move || for_phone.lock().unwrap().push("Cy"));
    // ANCHOR_END: owners

    web.join().unwrap();
    phone.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len());
}
