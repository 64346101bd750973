//! A thread fills the first of two places, and `main` reads both
//@ undefined `read of memory never written, 13`: 4

use std::mem::MaybeUninit;
use std::thread;

fn main() {
    let mut seats = [MaybeUninit::<u32>::uninit(), MaybeUninit::uninit()];
    thread::scope(|s| {
        s.spawn(|| seats[0].write(4));
    });
    println!("{}", unsafe { seats[0].assume_init() });
    println!("{}", unsafe { seats[1].assume_init() });
}
