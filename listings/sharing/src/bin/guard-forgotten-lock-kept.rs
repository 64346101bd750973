//! A guard whose destructor never runs

use std::mem;
use std::sync::Mutex;

fn main() {
    let mut served = Mutex::new(50);

    let mut sum = served.lock().unwrap();
    *sum += 3;
    mem::forget(sum);

    println!("free: {}", served.try_lock().is_ok());
    println!("served: {}", served.get_mut().unwrap());
}
