//! A sender that is kept in a struct keeps the channel open, and its receiver waiting
//@ hangs: 1 2 \

use std::sync::mpsc::{self, Sender};
use std::thread;

struct Office {
    out: Sender<u32>,
}

fn main() {
    let (out, receiver) = mpsc::channel();
    let office = Office { out };
    let out = office.out.clone();
    thread::spawn(move || {
        for n in [1, 2] {
            out.send(n).unwrap();
        }
    });
    for n in receiver {
        print!("{n} ");
    }
    println!("done");
    office.out.send(3).unwrap_err();
}
