//! Joined at once

use std::thread;

fn main() {
    let helper = thread::spawn(|| println!("glasses: dried"));
    helper.join().unwrap();

    println!("plates: washed");

    println!("kitchen: clean");
}
