//! A boat reports once and gets into trouble

use std::sync::mpsc;
use std::thread;

fn main() {
    let (radio, harbour) = mpsc::channel();

    let boat = thread::spawn(move || {
        radio.send("cod").unwrap();
        panic!("the net is torn"); //~ panic: the net is torn
    });

    for fish in harbour {
        println!("caught: {fish}");
    }
    println!("no more to come");
    println!("boat in trouble: {}", boat.join().is_err());
}
