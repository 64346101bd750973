//! A `Mutex` is printed while its lock is held, and afterwards

use std::sync::Mutex;

fn main() {
    let served = Mutex::new(50);

    let mut sum = served.lock().unwrap();
    *sum += 3;
    println!("{served:?}");
    drop(sum);

    println!("{served:?}");
}
