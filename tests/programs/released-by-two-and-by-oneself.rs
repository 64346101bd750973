//! Of two that have released, the last is the one who then acquires: it learns of the other
//@ returns: all: 2
//@ returns: all: 1

use std::sync::atomic::{AtomicU32, Ordering::{Acquire, Release}};
use std::thread;

static COUNTED: AtomicU32 = AtomicU32::new(0);

fn main() {
    let other = thread::spawn(|| {
        COUNTED.fetch_add(1, Release);
    });
    COUNTED.fetch_add(1, Release);
    println!("all: {}", COUNTED.load(Acquire));
    other.join().unwrap();
}
