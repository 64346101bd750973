//! One channel carries one type
//!
//! If this compiled, the screen would take each message out of the channel as a number, since that's what the first one
//! was. The second is a text, which is an address and a length. So the screen would show part of an address as if it
//! were a number.
//@ fixed-by: messages/text-and-text-on-one-channel

use std::sync::mpsc;

fn main() {
    let (progress, screen) = mpsc::channel();

    progress.send(50).unwrap();
    progress.send("saved").unwrap(); //~ E0308: mismatched types

    println!("first: {}", screen.recv().unwrap());
    println!("then: {}", screen.recv().unwrap());
}
