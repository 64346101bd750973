//! The jars again, as two atomic numbers

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(7);
static RIGHT: AtomicU32 = AtomicU32::new(3);

fn move_one() {
    LEFT.fetch_sub(1, Ordering::Relaxed);
    assert!(RIGHT.load(Ordering::Relaxed) < 3, "the right jar is full"); //~ panic: the right jar is full
    RIGHT.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    let moved = thread::spawn(move_one).join();
    println!("moved: {}", moved.is_ok());

    let (left, right) = (LEFT.load(Ordering::Relaxed), RIGHT.load(Ordering::Relaxed));
    println!("{left} and {right}");
}
