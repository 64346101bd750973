//! Two threads are handed each other's handle, and join each other, where std may panic: on Linux it does in one of them
//@ refused at 10: wait in a circle for each other's ends

use std::sync::mpsc;
use std::thread::{self, JoinHandle};

fn main() {
    let (to_a, for_a) = mpsc::channel::<JoinHandle<()>>();
    let (to_b, for_b) = mpsc::channel::<JoinHandle<()>>();
    let a = thread::spawn(move || for_a.recv().unwrap().join().unwrap());
    let b = thread::spawn(move || for_b.recv().unwrap().join().unwrap());
    let (done, wait) = mpsc::channel::<()>();
    to_a.send(b).unwrap();
    to_b.send(a).unwrap();
    wait.recv().unwrap();
    drop(done);
}
