//! Every answer of `try_recv` has its arm

use std::sync::mpsc::{self, TryRecvError};

fn main() {
    let (bell, porter) = mpsc::channel();
    bell.send("room 7").unwrap();
    drop(bell);

    loop {
        match porter.try_recv() {
            Ok(room) => println!("{room} rings"),
            Err(TryRecvError::Empty) => println!("reads the paper"),
            Err(TryRecvError::Disconnected) => break,
        }
    }
}
