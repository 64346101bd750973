//! A ship waits for the green light, and `main` has the lamp

use std::sync::mpsc;
use std::thread;

fn main() {
    let (lamp, lookout) = mpsc::channel();

    let ship = thread::spawn(move || {
        let light = lookout.recv().unwrap();
        println!("ship: leaves on {light}");
    });

    println!("main: the lock gate is open");
    lamp.send("green").unwrap();
    ship.join().unwrap();
}
