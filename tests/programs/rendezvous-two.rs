//! Two senders come to a rendezvous, and the receiver leaves after one message
//@ returns: 1 true false
//@ returns: 2 false true

use std::sync::mpsc::sync_channel;
use std::thread;

fn main() {
    let (sender, receiver) = sync_channel(0);
    let other = sender.clone();
    let a = thread::spawn(move || sender.send(1).is_ok());
    let b = thread::spawn(move || other.send(2).is_ok());
    let got = receiver.recv().unwrap();
    drop(receiver);
    println!("{got} {} {}", a.join().unwrap(), b.join().unwrap());
}
