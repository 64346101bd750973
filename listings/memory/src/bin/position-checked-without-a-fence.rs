//! A ship's position in two atomics, and a second look at the version without a fence before it
//!
//! The two loads of the position are `Relaxed`, and so is the second load of `VERSION`. Nothing ties it to what they have read: it may find the old `0` although one of them has read a new value. Then `before` is still right, and the position is half of each.
//@ outcome: 53 north, 9 east
//@ outcome: 54 north, 10 east
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

static NORTH: AtomicU32 = AtomicU32::new(53);
static EAST: AtomicU32 = AtomicU32::new(9);
static VERSION: AtomicU32 = AtomicU32::new(0);

fn helmsman() {
    VERSION.store(1, Ordering::Relaxed);
    fence(Ordering::Release);
    NORTH.store(54, Ordering::Relaxed);
    EAST.store(10, Ordering::Relaxed);
    VERSION.store(2, Ordering::Release);
}

fn position() -> (u32, u32) {
    loop {
        let before = VERSION.load(Ordering::Acquire);
        if before.is_multiple_of(2) {
            // ANCHOR: read
            let north = NORTH.load(Ordering::Relaxed);
            let east = EAST.load(Ordering::Relaxed);
            if VERSION.load(Ordering::Relaxed) == before {
                return (north, east);
            }
            // ANCHOR_END: read
        }
        hint::spin_loop();
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(helmsman);
        let (north, east) = position();
        println!("{north} north, {east} east");
    });
}
