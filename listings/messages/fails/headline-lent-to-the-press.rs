//! A headline is lent to the press and taken down too early
//!
//! If this compiled, the channel would hold the address of a headline that was dropped at the end of the block. The press
//! would print whatever has been put into that memory since.
//@ fixed-by: messages/headline-given-to-the-press

use std::sync::mpsc;

fn main() {
    let (desk, press) = mpsc::channel();

    {
        let headline = String::from("river over its banks");
        desk.send(&headline).unwrap(); //~ E0597: `headline` does not live long enough
    }

    println!("extra: {}", press.recv().unwrap());
}
