//! The new thread and the old one both go on, in no promised order
//@ outcome: shop: open | kitchen: open
//@ outcome: kitchen: open | shop: open

use std::thread;

fn main() {
    let kitchen = thread::spawn(|| println!("kitchen: open"));

    println!("shop: open");

    kitchen.join().unwrap();
}
