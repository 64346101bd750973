//! Both changes are made while the lock is held

use std::sync::Mutex;

fn main() {
    let price = Mutex::new(200);

    let mut tag = price.lock().unwrap();
    *tag += 10;
    *tag += 5;
    drop(tag);

    println!("{} cents", price.lock().unwrap());
}
