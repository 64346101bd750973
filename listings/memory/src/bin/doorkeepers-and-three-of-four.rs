//! Two doorkeepers and two flags, and `SeqCst` in three places of four
//!
//! The look of the western keeper is `Acquire`, so it has no place in the order of what is `SeqCst`, and nothing puts it behind his own store for the eastern one. He may read the old `false` in `EAST` though the eastern keeper has read `false` in `WEST`.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB `SeqCst`, one forgotten: both doors are open

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn opens(mine: &AtomicBool, other: &AtomicBool, look: Ordering) -> bool {
    mine.store(true, Ordering::SeqCst);
    !other.load(look)
}

fn main() {
    let (east, west) = thread::scope(|scope| {
        let east = scope.spawn(|| opens(&EAST, &WEST, Ordering::SeqCst));
        let west = opens(&WEST, &EAST, Ordering::Acquire);
        (east.join().unwrap(), west)
    });
    // ANCHOR_END: both

    match (east, west) {
        (true, true) => println!("both doors are open"),
        (true, false) => println!("the east door alone is open"),
        (false, _) => println!("the east door is shut"),
    }
}
