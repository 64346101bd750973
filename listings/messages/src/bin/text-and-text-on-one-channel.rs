//! Two reports of one type

use std::sync::mpsc;

fn main() {
    let (progress, screen) = mpsc::channel();

    progress.send("50 percent").unwrap();
    progress.send("saved").unwrap();

    println!("first: {}", screen.recv().unwrap());
    println!("then: {}", screen.recv().unwrap());
}
