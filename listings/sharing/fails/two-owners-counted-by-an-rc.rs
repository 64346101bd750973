//! An `Rc` doesn't make a `Mutex` fit for two threads
//!
//! If this compiled, the bookings would be safe under their lock, and the count of owners wouldn't. While the closure
//! ends and lowers it, `main` makes `phone` and raises it. Both could read 2; `main` writes 3, and then the thread
//! writes 1. At the end, `phone` is dropped as the last owner, and frees the list that `bookings` still points to.
//@ fixed-by: sharing/two-owners-counted-by-an-arc

use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let bookings = Rc::new(Mutex::new(vec!["Ada"]));
    let shared = Rc::clone(&bookings);

    let web = thread::spawn(move || shared.lock().unwrap().push("Bo")); //~ E0277: cannot be sent between threads safely
    let phone = Rc::clone(&bookings);
    phone.lock().unwrap().push("Cy");

    web.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len());
}
