//! The baker lights the oven when the shop has asked a thousand times

use std::sync::mpsc::{self, TryRecvError};
use std::thread;

fn main() {
    let (oven, shop) = mpsc::channel();
    let (complaint, bakery) = mpsc::channel();
    let baker = thread::spawn(move || {
        bakery.recv().unwrap();
        oven.send("rye").unwrap();
    });

    let mut in_vain = 0;
    let bread = loop {
        match shop.try_recv() {
            Ok(bread) => break bread,
            Err(TryRecvError::Empty) => in_vain += 1,
            Err(TryRecvError::Disconnected) => break "no bread",
        }
        if in_vain == 1000 {
            complaint.send("where is the bread?").unwrap();
        }
    };

    println!("{bread}; a thousand times in vain: {}", in_vain >= 1000);
    baker.join().unwrap();
}
