//! Two strips of a map look at each other, and wait for the hour's end
//@ outcome: west 4, east 12
//@ outcome: west 4, east 13
//@ outcome: west 3, east 12
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static WEST: AtomicU32 = AtomicU32::new(0);
static EAST: AtomicU32 = AtomicU32::new(16);
static HOUR: Barrier = Barrier::new(2);

fn compute(own: &AtomicU32, other: &AtomicU32) {
    let next = (3 * own.load(SeqCst) + other.load(SeqCst)) / 4;
    thread::yield_now(); // it takes longer than this example lets you see
    own.store(next, SeqCst);
    HOUR.wait();
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| compute(&WEST, &EAST));
        scope.spawn(|| compute(&EAST, &WEST));
    });
    println!("west {}, east {}", WEST.load(SeqCst), EAST.load(SeqCst));
}
