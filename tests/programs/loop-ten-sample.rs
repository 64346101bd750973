//! Two threads add to an atomic ten times each: too many orders for all of them
//@ sample 1000
//@ returns: 20

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static N: AtomicU32 = AtomicU32::new(0);

fn add() {
    for _ in 0..10 {
        N.fetch_add(1, Relaxed);
    }
}

fn main() {
    let a = thread::spawn(add);
    let b = thread::spawn(add);
    a.join().unwrap();
    b.join().unwrap();
    println!("{}", N.load(Relaxed));
}
