//! A session for a user whose name may travel

use std::sync::Arc;
use std::thread;

fn main() {
    // ANCHOR: session
    let session: Option<Arc<str>> = None;
    // ANCHOR_END: session

    let cleaner = thread::spawn(move || session.is_none());
    println!("unused: {}", cleaner.join().unwrap());
}
