//! Joined late: `main` washes while the other thread dries
//@ outcome: plates: washed | glasses: dried | kitchen: clean
//@ outcome: glasses: dried | plates: washed | kitchen: clean
//@ schedules

use std::thread;

fn main() {
    let helper = thread::spawn(|| println!("glasses: dried"));

    println!("plates: washed");

    helper.join().unwrap();
    println!("kitchen: clean");
}
