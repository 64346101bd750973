//! `yield_now` promises nothing: the other thread prints at any of six places
//@ returns: u 1 2 3 4 5
//@ returns: 1 u 2 3 4 5
//@ returns: 1 2 u 3 4 5
//@ returns: 1 2 3 u 4 5
//@ returns: 1 2 3 4 u 5
//@ returns: 1 2 3 4 5 u

use std::thread;

fn main() {
    let other = thread::spawn(|| print!("u "));
    for n in 1..=5 {
        print!("{n} ");
        thread::yield_now();
    }
    other.join().unwrap();
    println!();
}
