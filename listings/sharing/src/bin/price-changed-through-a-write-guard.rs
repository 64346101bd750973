//! Whoever writes takes a write guard

use std::sync::RwLock;

fn main() {
    let price = RwLock::new(4);

    let mut tag = price.write().unwrap();
    *tag += 1;
    drop(tag);

    println!("the price is {}", price.read().unwrap());
}
