//! Two people sign a petition
//@ outcome: 1 signed
//@ outcome: 2 signed

use std::sync::{Barrier, Mutex};
use std::thread;

static SIGNED: Mutex<u32> = Mutex::new(0);
static NOON: Barrier = Barrier::new(2);

fn sign() {
    NOON.wait();
    let seen = *SIGNED.lock().unwrap();
    *SIGNED.lock().unwrap() = seen + 1;
}

fn main() {
    let people = [thread::spawn(sign), thread::spawn(sign)];

    for person in people {
        person.join().unwrap();
    }
    println!("{} signed", SIGNED.lock().unwrap());
}
