//! Two painters, two walls, and a fence between the two coats
//!
//! One of the two fences comes first in the one order of `SeqCst`. What its painter stored before it counts before what the other one stores behind the second fence, so one wall at least keeps a `2`.
//@ outcome: a first coat on the left
//@ outcome: a second coat on the left
//@ schedules
//@ shape: 2+2W `SeqCst` fences: two first coats

use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

fn paint(one: &AtomicU32, other: &AtomicU32) {
    one.store(1, Ordering::Relaxed);
    fence(Ordering::SeqCst);
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
