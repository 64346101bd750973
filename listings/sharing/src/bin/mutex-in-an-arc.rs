//! A `Mutex` in the `Arc` protects the notice

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    // ANCHOR: notice
    let notice = Arc::new(Mutex::new(String::from("closed")));
    let shared = Arc::clone(&notice);

    let web = thread::spawn(move || shared.lock().unwrap().push_str(" until noon"));
    notice.lock().unwrap().insert_str(0, "uploads: ");
    // ANCHOR_END: notice
    web.join().unwrap();

    println!("{}", notice.lock().unwrap());
}
