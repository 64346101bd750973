//! An atomic number in the `Arc`

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    // ANCHOR: reloads
    let reloads = Arc::new(AtomicI32::new(0));
    let shared = Arc::clone(&reloads);

    let web = thread::spawn(move || shared.fetch_add(1, Ordering::Relaxed));
    reloads.fetch_add(1, Ordering::Relaxed);
    // ANCHOR_END: reloads
    web.join().unwrap();

    println!("{} reloads", reloads.load(Ordering::Relaxed));
}
