//! A `Mutex` is printed while its lock is held, and afterwards

use std::sync::Mutex;

fn main() {
    let drawer = Mutex::new(50);

    let mut cash = drawer.lock().unwrap();
    *cash += 3;
    println!("{drawer:?}");
    drop(cash);

    println!("{drawer:?}");
}
