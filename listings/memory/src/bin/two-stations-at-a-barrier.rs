//! Two stations each store a reading, meet, and look at the other's
//!
//! Everything that either of them has done before `wait` happens before everything that the other does after it.
//@ schedules
//@ happens-before

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HILL: AtomicU32 = AtomicU32::new(0);
static LAKE: AtomicU32 = AtomicU32::new(0);
static NOON: Barrier = Barrier::new(2);

fn report(mine: &AtomicU32, degrees: u32, other: &AtomicU32) -> u32 {
    mine.store(degrees, Ordering::Relaxed);
    NOON.wait();
    other.load(Ordering::Relaxed)
}

fn main() {
    let (lake, hill) = thread::scope(|scope| {
        let hill = scope.spawn(|| report(&HILL, 14, &LAKE));
        (report(&LAKE, 19, &HILL), hill.join().unwrap())
    });
    println!("the lake sees {lake}, the hill sees {hill}");
}
