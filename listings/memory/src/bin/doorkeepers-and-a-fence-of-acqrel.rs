//! Two doorkeepers and two flags, with an `AcqRel` fence between raising and looking
//!
//! Such a fence orders something between two threads where one has read, before its fence, what the other has stored behind its own. Here each keeper stores before the fence and loads behind it. Each may read the `false` that was there at first, and both doors are open.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB `AcqRel` fences: both doors are open

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::Relaxed);
    fence(Ordering::AcqRel);
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
