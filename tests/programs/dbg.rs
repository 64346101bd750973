//! `dbg!` prints to standard error
//@ returns: 5

use std::thread;

fn main() {
    let n = thread::spawn(|| dbg!(2 + 3)).join().unwrap();
    println!("{n}");
}
