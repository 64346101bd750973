//! Each walker counts twice

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static ALL_STEPS: AtomicU32 = AtomicU32::new(0);

fn walk() -> u32 {
    let mut my_steps = 0;
    for _ in 0..500 {
        my_steps += 1;
        ALL_STEPS.fetch_add(1, Ordering::Relaxed);
    }
    my_steps
}

fn main() {
    let ann = thread::spawn(walk);
    let ben = thread::spawn(walk);

    println!("Ann: {}", ann.join().unwrap());
    println!("Ben: {}", ben.join().unwrap());
    println!("all: {}", ALL_STEPS.load(Ordering::Relaxed));
}
