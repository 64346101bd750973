//! Two downloads report to one screen, and one of them ends

use std::sync::mpsc;

fn main() {
    let (first, screen) = mpsc::channel();
    let second = first.clone();

    drop(first);
    second.send("the second is saved").unwrap();
    println!("{:?}", screen.recv());

    drop(second);
    println!("{:?}", screen.recv());
}
