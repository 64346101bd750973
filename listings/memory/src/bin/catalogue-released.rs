//! A new price, announced by the number of the edition
//!
//! The store of `EDITION` is a `Release`, and the load of it is `Relaxed`. A release that nobody acquires orders nothing between two threads: `main` may read edition 2 and then the old `12` in `PRICE`.
//@ outcome: edition 1
//@ outcome: edition 2 at 15
//@ schedules
//@ shape: MP `Release` alone: edition 2 at 12

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static PRICE: AtomicU32 = AtomicU32::new(12);
static EDITION: AtomicU32 = AtomicU32::new(1);

// ANCHOR: both
fn shop() {
    PRICE.store(15, Ordering::Relaxed);
    EDITION.store(2, Ordering::Release);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(shop);
        match EDITION.load(Ordering::Relaxed) {
            1 => println!("edition 1"),
            _ => println!("edition 2 at {}", PRICE.load(Ordering::Relaxed)),
        }
    });
}
// ANCHOR_END: both
