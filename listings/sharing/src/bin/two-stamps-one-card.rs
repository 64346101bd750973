//! Two ushers stamp one card
//@ outcome: 1 stamp on the card
//@ outcome: 2 stamps on the card
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static STAMPS: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn ink(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

fn stamp() {
    START.wait();
    let seen = STAMPS.load(Ordering::Relaxed);
    ink(seen + 1);
    STAMPS.store(seen + 1, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(stamp);
        scope.spawn(stamp);
    });

    match STAMPS.load(Ordering::Relaxed) {
        1 => println!("1 stamp on the card"),
        stamps => println!("{stamps} stamps on the card"),
    }
}
