//! One channel carries one type
//!
//! If this compiled, the log would take each message out of the channel as a number, for that is what the first one
//! was. The second is a text, which is an address and a length. The log would show a part of an address as if it were a
//! number.
//@ fixed-by: messages/text-and-text-on-one-channel

use std::sync::mpsc;

fn main() {
    let (station, log) = mpsc::channel();

    station.send(18).unwrap();
    station.send("a clear sky").unwrap(); //~ E0308: mismatched types

    println!("first: {}", log.recv().unwrap());
    println!("then: {}", log.recv().unwrap());
}
