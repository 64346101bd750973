//! A ship's position in two atomics, read again if the version has changed
//!
//! To read an atomic while another thread writes it is no data race. A reader who has seen one of the new values sees, behind its `Acquire` fence, that `VERSION` is no longer what it was, since the writer's `Release` fence stands between the 1 and the position. So it reads again, and prints two values that belong together.
//@ outcome: 53 north, 9 east
//@ outcome: 54 north, 10 east
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

static NORTH: AtomicU32 = AtomicU32::new(53);
static EAST: AtomicU32 = AtomicU32::new(9);
static VERSION: AtomicU32 = AtomicU32::new(0);

// ANCHOR: position
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
            let north = NORTH.load(Ordering::Relaxed);
            let east = EAST.load(Ordering::Relaxed);
            fence(Ordering::Acquire);
            if VERSION.load(Ordering::Relaxed) == before {
                return (north, east);
            }
        }
        hint::spin_loop();
    }
}
// ANCHOR_END: position

fn main() {
    thread::scope(|scope| {
        scope.spawn(helmsman);
        let (north, east) = position();
        println!("{north} north, {east} east");
    });
}
