//! A `recv` that blocks may take the token that was meant for `park`
//@ returns: on
//@ hangs, only if the token is taken by another call:

use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let sleeper = thread::spawn(move || {
        receiver.recv().unwrap();
        thread::park();
        println!("on");
    });
    sleeper.thread().unpark();
    sender.send(()).unwrap();
    sleeper.join().unwrap();
}
