//! A miller waits with a sack, and the ramp is torn down

use std::sync::mpsc;
use std::thread;

fn main() {
    let (miller, ramp) = mpsc::sync_channel(1);
    miller.send("rye").unwrap();

    let mill = thread::spawn(move || miller.send("oats"));

    drop(ramp);
    match mill.join().unwrap() {
        Ok(()) => println!("put down"),
        Err(error) => println!("still in hand: {}", error.0),
    }
}
