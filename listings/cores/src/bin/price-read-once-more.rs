//! A clerk who reads the price reads it once more
//@ hangs

use parking_lot::RwLock;
use std::thread;

static PRICE: RwLock<u32> = RwLock::new(9);

fn main() {
    // ANCHOR: reading
    let price = PRICE.read();
    let owner = thread::spawn(|| *PRICE.write() = 12);
    while PRICE.try_read().is_some() {
        thread::yield_now();
    }
    println!("the owner waits");
    println!("still {}", PRICE.read());
    // ANCHOR_END: reading
    drop(price);
    owner.join().unwrap();
    println!("now {}", PRICE.read());
}
