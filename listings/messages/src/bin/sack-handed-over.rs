//! A miller hands over a sack where there is no room at all
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (miller, ramp) = mpsc::sync_channel(0);

    let mill = thread::spawn(move || {
        miller.send("rye").unwrap();
        println!("miller: done");
    });

    println!("cart: arrives");
    ramp.recv().unwrap();
    mill.join().unwrap();
}
