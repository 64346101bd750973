//! Two painters, two walls: each gives one wall its first coat and the other wall the second
//!
//! `Release` says something to whoever acquires it, and here nobody does. A thread's stores to two variables may count in another order than the one in which it made them. So both walls may keep a `1`, though each thread stores its `1` before its `2`.
//@ outcome: a first coat on the left
//@ outcome: a second coat on the left
//@ schedules
//@ shape: 2+2W `Release`: two first coats

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

// ANCHOR: coats
fn ida() {
    LEFT.store(1, Ordering::Release);
    RIGHT.store(2, Ordering::Release);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(ida);
        RIGHT.store(1, Ordering::Release);
        LEFT.store(2, Ordering::Release);
    });
    // ANCHOR_END: coats

    match (LEFT.load(Ordering::Relaxed), RIGHT.load(Ordering::Relaxed)) {
        (1, 1) => println!("two first coats"),
        (1, _) => println!("a first coat on the left"),
        _ => println!("a second coat on the left"),
    }
}
