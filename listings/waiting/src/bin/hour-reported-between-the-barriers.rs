//! The leader of the hour's first barrier reports it
//@ outcome: west 0, east 16
//@ outcome: west 0, east 12
//@ outcome: west 4, east 16
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static WEST: AtomicU32 = AtomicU32::new(0);
static EAST: AtomicU32 = AtomicU32::new(16);
static HOUR: Barrier = Barrier::new(2);

// ANCHOR: compute
fn compute(own: &AtomicU32, other: &AtomicU32) {
    let next = (3 * own.load(SeqCst) + other.load(SeqCst)) / 4;
    if HOUR.wait().is_leader() {
        let (west, east) = (WEST.load(SeqCst), EAST.load(SeqCst));
        println!("west {west}, east {east}");
    }
    own.store(next, SeqCst);
    HOUR.wait();
}
// ANCHOR_END: compute

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| compute(&WEST, &EAST));
        scope.spawn(|| compute(&EAST, &WEST));
    });
}
