//! An indexer adds up the sizes that are numbers
//@ schedules

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let words = Arc::new(Mutex::new(0));
    let total = Arc::clone(&words);

    // ANCHOR: indexer
    let indexer = thread::spawn(move || {
        for size in ["40", "n/a", "2"] {
            if let Ok(size) = size.parse::<u32>() {
                *total.lock().unwrap() += size;
            }
        }
    });

    indexer.join().unwrap();
    println!("words: {}", words.lock().unwrap());
    // ANCHOR_END: indexer
}
