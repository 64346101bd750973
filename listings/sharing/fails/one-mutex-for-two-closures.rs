//! A `Mutex` that has been given to one thread is gone
//!
//! If this compiled, two closures and `main` would own one `Mutex`. The first of them to end would drop it, with the
//! list of bookings inside, and what the others lock, and write to, is memory that's been freed.
//@ fixed-by: sharing/one-mutex-with-three-owners

use std::sync::Mutex;
use std::thread;

fn main() {
    let bookings = Mutex::new(vec!["Ada"]);

    let web = thread::spawn(move || bookings.lock().unwrap().push("Bo"));
    let phone = thread::spawn(move || bookings.lock().unwrap().push("Cy")); //~ E0382: use of moved value: `bookings`

    web.join().unwrap();
    phone.join().unwrap();
    println!("{} bookings", bookings.lock().unwrap().len()); //~ E0382: borrow of moved value: `bookings`
}
