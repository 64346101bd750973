//! A `Mutex` has no `clone`
//!
//! If this compiled, `copy` would be a second `Mutex`, with a second list and a lock of its own. The thread would lock
//! one and `main` the other, they'd never have to wait, and Bo would be entered in a list that nobody reads.
//@ fixed-by: sharing/clone-of-an-arc-of-a-mutex

use std::sync::Mutex;
use std::thread;

fn main() {
    let bookings = Mutex::new(vec!["Ada"]);
    let copy = bookings.clone(); //~ E0599: no method named `clone` found for struct `std::sync::Mutex<T>`

    let web = thread::spawn(move || copy.lock().unwrap().push("Bo"));
    web.join().unwrap();

    println!("{} bookings", bookings.lock().unwrap().len());
}
