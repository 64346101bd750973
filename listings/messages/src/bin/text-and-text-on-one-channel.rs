//! Two reports of one type

use std::sync::mpsc;

fn main() {
    let (progress, screen) = mpsc::channel();

    // ANCHOR: sending
    progress.send("50 percent").unwrap();
    progress.send("saved").unwrap();
    // ANCHOR_END: sending

    println!("first: {}", screen.recv().unwrap());
    println!("then: {}", screen.recv().unwrap());
}
