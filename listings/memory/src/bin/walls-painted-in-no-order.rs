//! Two painters, two walls: one wall gets a first coat from each, and the other a second
//!
//! All stores are `Relaxed`. A thread's stores to two variables may count in another order than the one in which it made them, so both walls may keep a `1`.
//@ outcome: a first coat on the left
//@ outcome: a second coat on the left
//@ schedules
//@ shape: 2+2W `Relaxed`: two first coats

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

fn paint(one: &AtomicU32, other: &AtomicU32) {
    one.store(1, Ordering::Relaxed);
    other.store(2, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| paint(&LEFT, &RIGHT));
        paint(&RIGHT, &LEFT);
    });

    match (LEFT.load(Ordering::Relaxed), RIGHT.load(Ordering::Relaxed)) {
        (1, 1) => println!("two first coats"),
        (1, _) => println!("a first coat on the left"),
        _ => println!("a second coat on the left"),
    }
}
