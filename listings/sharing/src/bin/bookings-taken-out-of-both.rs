//! The threads are joined, and the list is wanted back

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let bookings = Arc::new(Mutex::new(vec!["Ada"]));
    let shared = Arc::clone(&bookings);

    let web = thread::spawn(move || shared.lock().unwrap().push("Bo"));
    web.join().unwrap();

    let mutex = Arc::into_inner(bookings).expect("the last owner");
    let list: Vec<&str> = mutex.into_inner().unwrap();
    println!("{}", list.join(", "));
}
