//! Two doorkeepers and two flags, one with `SeqCst` accesses and one with a `SeqCst` fence
//!
//! The fence has a place in the one order, as the western keeper's two accesses have. If it comes before his store, his look comes behind the eastern flag. If it comes after, the eastern keeper looks behind the western one.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB a `SeqCst` fence on one side, `SeqCst` on the other: both doors are open

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn east_opens() -> bool {
    EAST.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    !WEST.load(Ordering::Relaxed)
}

fn west_opens() -> bool {
    WEST.store(true, Ordering::SeqCst);
    !EAST.load(Ordering::SeqCst)
}
// ANCHOR_END: opens

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
