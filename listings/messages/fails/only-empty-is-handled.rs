//! An answer of `try_recv` has been forgotten
//!
//! If this compiled, the porter would have no answer to give when the bell is gone. In a language that goes on all the same,
//! this loop asks a dead channel for ever and keeps a core busy with it, and nothing tells why.
//@ fixed-by: messages/gone-is-handled-too

use std::sync::mpsc::{self, TryRecvError};

fn main() {
    let (bell, porter) = mpsc::channel();
    bell.send("room 7").unwrap();
    drop(bell);

    loop {
        match porter.try_recv() {
            //~^ E0004: non-exhaustive patterns
            Ok(room) => println!("{room} rings"),
            Err(TryRecvError::Empty) => println!("reads the paper"),
        }
    }
}
