//! Joined once, and the answer kept

use std::thread;

fn main() {
    let counter = thread::spawn(|| "one two three".split(' ').count());

    let words = counter.join().unwrap();
    println!("{words} words");
    println!("still {words} words");
}
