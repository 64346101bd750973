//! An `Arc` counts its owners atomically and may cross

use std::sync::Arc;
use std::thread;

fn main() {
    // ANCHOR: owners
    let prices = Arc::new([3, 5, 9]);
    let shared = Arc::clone(&prices);
    // ANCHOR_END: owners

    let adder = thread::spawn(move || shared.iter().sum::<u32>());

    println!("{} prices", prices.len());
    drop(prices);
    println!("{} in all", adder.join().unwrap());
}
