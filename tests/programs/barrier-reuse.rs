//! A barrier that is used twice keeps its two rounds apart
//@ returns: a1 b1 a2 b2
//@ returns: a1 b1 b2 a2
//@ returns: b1 a1 a2 b2
//@ returns: b1 a1 b2 a2

use std::sync::Barrier;
use std::thread;

fn main() {
    let barrier = Barrier::new(2);
    thread::scope(|s| {
        for name in ["a", "b"] {
            let barrier = &barrier;
            s.spawn(move || {
                print!("{name}1 ");
                barrier.wait();
                print!("{name}2 ");
                barrier.wait();
            });
        }
    });
    println!();
}
