//! Two doorkeepers and two flags, with a `SeqCst` fence between raising and looking
//!
//! One of the two fences comes first in the order of what is `SeqCst`. What is stored before the first of them is seen by a load behind the second. So the keeper whose fence comes second finds `true` in `other`.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB `SeqCst` fences: both doors are open

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    !other.load(Ordering::Relaxed)
}
// ANCHOR_END: opens

fn main() {
    let (east, west) = thread::scope(|scope| {
        let east = scope.spawn(|| opens(&EAST, &WEST));
        let west = opens(&WEST, &EAST);
        (east.join().unwrap(), west)
    });

    match (east, west) {
        (true, true) => println!("both doors are open"),
        (true, false) => println!("the east door alone is open"),
        (false, _) => println!("the east door is shut"),
    }
}
