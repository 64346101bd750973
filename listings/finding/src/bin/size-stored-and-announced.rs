//! An indexer stores how many words there are, and raises a flag
//@ outcome: not built yet
//@ outcome: words: 40
//@ schedules

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

fn main() {
    let words = Arc::new(AtomicU32::new(0));
    let is_built = Arc::new(AtomicBool::new(false));

    let (size, flag) = (Arc::clone(&words), Arc::clone(&is_built));
    // ANCHOR: both
    let indexer = thread::spawn(move || {
        size.store(40, Ordering::Relaxed);
        flag.store(true, Ordering::Relaxed);
    });

    if is_built.load(Ordering::Relaxed) {
        println!("words: {}", words.load(Ordering::Relaxed));
    } else {
        println!("not built yet");
    }
    // ANCHOR_END: both
    indexer.join().unwrap();
}
