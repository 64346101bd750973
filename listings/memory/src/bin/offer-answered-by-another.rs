//! One seller puts a price on the board, and another looks at it and puts up a price too
//!
//! What the second seller reads stands above what they store. So if they have seen the 40, their own price stays.
//@ outcome: seen: 0, on the board: 35
//@ outcome: seen: 0, on the board: 40
//@ outcome: seen: 40, on the board: 35
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static PRICE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let seen = thread::scope(|scope| {
        scope.spawn(|| PRICE.store(40, Ordering::Relaxed));
        let seen = PRICE.load(Ordering::Relaxed);
        thread::yield_now();
        PRICE.store(35, Ordering::Relaxed);
        seen
    });
    let board = PRICE.load(Ordering::Relaxed);
    println!("seen: {seen}, on the board: {board}");
}
