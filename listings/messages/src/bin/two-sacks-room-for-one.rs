//! A miller puts down two sacks where there is room for one

use std::sync::mpsc;
use std::thread;

fn main() {
    let (miller, ramp) = mpsc::sync_channel(1);

    let mill = thread::spawn(move || {
        miller.send("rye").unwrap();
        miller.send("oats").unwrap();
        println!("miller: done");
    });

    println!("cart: arrives");
    ramp.recv().unwrap();
    mill.join().unwrap();
}
