//! A seat for a guest whose name may travel

use std::sync::Arc;
use std::thread;

fn main() {
    let seat: Option<Arc<str>> = None;

    let usher = thread::spawn(move || seat.is_none());
    println!("free: {}", usher.join().unwrap());
}
