//! A boat reports its catch while it is at sea

use std::sync::mpsc;
use std::thread;

fn main() {
    let (radio, harbour) = mpsc::channel();

    let boat = thread::spawn(move || {
        radio.send("herring").unwrap();
        radio.send("cod").unwrap();
    });

    println!("first: {}", harbour.recv().unwrap());
    println!("then: {}", harbour.recv().unwrap());
    boat.join().unwrap();
}
