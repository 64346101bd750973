//! An indexer adds up the sizes of three pages, and its end is awaited
//@ schedules

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let words = Arc::new(Mutex::new(0));
    let total = Arc::clone(&words);

    // ANCHOR: indexer
    let indexer = thread::spawn(move || {
        for size in ["40", "n/a", "2"] {
            let size: u32 = size.parse().unwrap(); //~ panic: InvalidDigit
            *total.lock().unwrap() += size;
        }
    });

    let _ = indexer.join();
    println!("words: {}", words.lock().unwrap());
    // ANCHOR_END: indexer
}
