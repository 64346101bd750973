//! A new price, and a reader who acquires what the edition releases
//!
//! `Acquire` is the other half of `Release`. Where the load of `EDITION` reads the `2`, the store of `15` in `PRICE` has happened before the load of `PRICE`, and `12` is out of date for it.
//@ outcome: edition 1
//@ outcome: edition 2 at 15
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static PRICE: AtomicU32 = AtomicU32::new(12);
static EDITION: AtomicU32 = AtomicU32::new(1);

fn shop() {
    PRICE.store(15, Ordering::Relaxed);
    EDITION.store(2, Ordering::Release);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(shop);
        // ANCHOR: look
        match EDITION.load(Ordering::Acquire) {
            1 => println!("edition 1"),
            _ => println!("edition 2 at {}", PRICE.load(Ordering::Relaxed)),
        }
        // ANCHOR_END: look
    });
}
