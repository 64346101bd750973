//! A session for a user whose name may travel

use std::sync::Arc;
use std::thread;

fn main() {
    let session: Option<Arc<str>> = None;

    let cleaner = thread::spawn(move || session.is_none());
    println!("unused: {}", cleaner.join().unwrap());
}
