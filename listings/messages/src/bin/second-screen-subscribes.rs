//! Each screen has a channel, and each gets a copy

use std::sync::mpsc;

fn main() {
    let (gauge, ferry) = mpsc::channel();
    let (second_gauge, harbour) = mpsc::channel();

    let reading = String::from("east: 3 m");
    second_gauge.send(reading.clone()).unwrap();
    gauge.send(reading).unwrap();

    println!("ferry: {}", ferry.recv().unwrap());
    println!("harbour: {}", harbour.recv().unwrap());
}
