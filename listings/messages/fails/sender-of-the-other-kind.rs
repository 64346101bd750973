//! A function for unbounded senders is given a bounded one
//!
//! If this compiled, the signature of `deliver` would no longer be true. It says that nothing here can be held up, and
//! the third bottle would have to wait until one has been taken in. `main` takes them in, so here it would not wait for
//! long. A caller who relies on the signature, and holds a lock meanwhile, could wait with it for somebody who needs
//! the lock.
//@ fixed-by: messages/function-for-bounded-senders

use std::sync::mpsc::{self, Sender};
use std::thread;

fn deliver(milk: Sender<u32>) {
    for bottle in 1..=3 {
        milk.send(bottle).unwrap();
    }
}

fn main() {
    let (milk, doorstep) = mpsc::sync_channel(2);

    let round = thread::spawn(|| deliver(milk)); //~ E0308: mismatched types

    println!("{} bottles", doorstep.iter().count());
    round.join().unwrap();
}
