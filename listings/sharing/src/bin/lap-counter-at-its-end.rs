//! A lap counter of eight bits, and two more laps

use std::sync::atomic::{AtomicU8, Ordering};

fn main() {
    let laps = AtomicU8::new(254);

    for _ in 0..2 {
        let before = laps.fetch_add(1, Ordering::Relaxed);
        println!("before {before}, after {}", laps.load(Ordering::Relaxed));
    }
}
