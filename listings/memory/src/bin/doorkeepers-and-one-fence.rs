//! Two doorkeepers and two flags, one with a `SeqCst` fence and one with `Release` and `Acquire`
//!
//! The fence is alone in the one order. Nothing keeps the western keeper's look behind his store, so each may read the `false` that was there at first.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB a `SeqCst` fence on one side, `Release` and `Acquire` on the other: both doors are open

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

fn east_opens() -> bool {
    EAST.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    !WEST.load(Ordering::Relaxed)
}

fn west_opens() -> bool {
    WEST.store(true, Ordering::Release);
    !EAST.load(Ordering::Acquire)
}

fn main() {
    let (east, west) = thread::scope(|scope| {
        let east = scope.spawn(east_opens);
        let west = west_opens();
        (east.join().unwrap(), west)
    });

    match (east, west) {
        (true, true) => println!("both doors are open"),
        (true, false) => println!("the east door alone is open"),
        (false, _) => println!("the east door is shut"),
    }
}
