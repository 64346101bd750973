//! Each screen has a channel, and each gets a copy

use std::sync::mpsc;

fn main() {
    // ANCHOR: screens
    let (to_ferry, ferry) = mpsc::channel();
    let (to_harbour, harbour) = mpsc::channel();

    let reading = String::from("east: 3 m");
    to_harbour.send(reading.clone()).unwrap();
    to_ferry.send(reading).unwrap();
    // ANCHOR_END: screens

    println!("ferry: {}", ferry.recv().unwrap());
    println!("harbour: {}", harbour.recv().unwrap());
}
