//! An indexer counts the words of the pages that it is sent
//@ hangs
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
    println!("words: {}", indexer.join().unwrap());
    drop(pages);
    // ANCHOR_END: send
}
