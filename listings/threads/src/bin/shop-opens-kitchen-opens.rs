//! Shop and kitchen, each on its thread
//@ outcome: shop: open | kitchen: open
//@ outcome: kitchen: open | shop: open
//@ schedules

use std::thread;

fn main() {
    let kitchen = thread::spawn(|| println!("kitchen: open"));

    println!("shop: open");

    kitchen.join().unwrap();
}
