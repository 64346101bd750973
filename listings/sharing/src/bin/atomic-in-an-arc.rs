//! An atomic number in the `Arc`

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let verses = Arc::new(AtomicI32::new(0));
    let shared = Arc::clone(&verses);

    let singer = thread::spawn(move || shared.fetch_add(1, Ordering::Relaxed));
    verses.fetch_add(1, Ordering::Relaxed);
    singer.join().unwrap();

    println!("{} verses", verses.load(Ordering::Relaxed));
}
