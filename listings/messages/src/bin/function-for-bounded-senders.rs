//! A function for bounded senders is given one

use std::sync::mpsc::{self, SyncSender};
use std::thread;

fn deliver(milk: SyncSender<u32>) {
    for bottle in 1..=3 {
        milk.send(bottle).unwrap();
    }
}

fn main() {
    let (milk, doorstep) = mpsc::sync_channel(2);

    let round = thread::spawn(|| deliver(milk));

    println!("{} bottles", doorstep.iter().count());
    round.join().unwrap();
}
