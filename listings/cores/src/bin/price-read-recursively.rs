//! A clerk who reads the price reads it recursively

use parking_lot::RwLock;
use std::thread;

static PRICE: RwLock<u32> = RwLock::new(9);

fn main() {
    let price = PRICE.read();
    let owner = thread::spawn(|| *PRICE.write() = 12);
    while PRICE.try_read().is_some() {
        thread::yield_now();
    }
    println!("the owner waits");
    // ANCHOR: again
    println!("still {}", PRICE.read_recursive());
    // ANCHOR_END: again
    drop(price);
    owner.join().unwrap();
    println!("now {}", PRICE.read());
}
