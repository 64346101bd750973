//! A sequence number of eight bits, and two more packets

use std::sync::atomic::{AtomicU8, Ordering};

fn main() {
    let number = AtomicU8::new(254);

    for _ in 0..2 {
        let before = number.fetch_add(1, Ordering::Relaxed);
        println!("before {before}, after {}", number.load(Ordering::Relaxed));
    }
}
