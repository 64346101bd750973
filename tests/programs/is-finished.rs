//! Once `is_finished` has said yes, it does not go back
//@ returns: false false
//@ returns: false true
//@ returns: true true

use std::thread;

fn main() {
    let handle = thread::spawn(|| ());
    let first = handle.is_finished();
    let second = handle.is_finished();
    println!("{first} {second}");
    handle.join().unwrap();
}
