//! Two painters, two walls, and one order of all coats
//!
//! All four stores are `SeqCst`. If a `1` stays in `LEFT`, then `main` has stored its `2` there earlier, and its `1` in `RIGHT` earlier still. Ida's `2` goes to `RIGHT` after that, and stays.
//@ outcome: a first coat on the left
//@ outcome: a second coat on the left
//@ schedules
//@ shape: 2+2W `SeqCst`: two first coats

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

// ANCHOR: coats
fn ida() {
    LEFT.store(1, Ordering::SeqCst);
    RIGHT.store(2, Ordering::SeqCst);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(ida);
        RIGHT.store(1, Ordering::SeqCst);
        LEFT.store(2, Ordering::SeqCst);
    });
    // ANCHOR_END: coats

    match (LEFT.load(Ordering::Relaxed), RIGHT.load(Ordering::Relaxed)) {
        (1, 1) => println!("two first coats"),
        (1, _) => println!("a first coat on the left"),
        _ => println!("a second coat on the left"),
    }
}
