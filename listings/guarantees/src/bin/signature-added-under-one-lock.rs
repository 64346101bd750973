//! Read, add and write under one lock

use std::sync::{Barrier, Mutex};
use std::thread;

static SIGNED: Mutex<u32> = Mutex::new(0);
static NOON: Barrier = Barrier::new(2);

fn sign() {
    NOON.wait();
    *SIGNED.lock().unwrap() += 1;
}

fn main() {
    let people = [thread::spawn(sign), thread::spawn(sign)];

    for person in people {
        person.join().unwrap();
    }
    println!("{} signed", SIGNED.lock().unwrap());
}
