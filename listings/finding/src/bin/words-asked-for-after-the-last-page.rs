//! The sender is dropped, and then the indexer is joined
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (pages, inbox) = mpsc::channel();

    let indexer = thread::spawn(move || {
        let mut words = 0;
        while let Ok(page) = inbox.recv() {
            words += str::split_whitespace(page).count();
        }
        words
    });

    // ANCHOR: send
    pages.send("the ferry leaves").unwrap();
    drop(pages);
    println!("words: {}", indexer.join().unwrap());
    // ANCHOR_END: send
}
