//! A `Mutex` in the `Arc` protects the notice

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let notice = Arc::new(Mutex::new(String::from("closed")));
    let shared = Arc::clone(&notice);

    let web = thread::spawn(move || shared.lock().unwrap().push_str(" until noon"));
    notice.lock().unwrap().insert_str(0, "uploads: ");
    web.join().unwrap();

    println!("{}", notice.lock().unwrap());
}
