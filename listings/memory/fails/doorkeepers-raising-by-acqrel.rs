//! A flag raised with the word for both
//!
//! If this compiled, `store` would panic when it's called, in both keepers: a store reads nothing, so there's nothing that it could acquire.
//@ fixed-by: memory/doorkeepers-and-one-order

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::AcqRel); //~ invalid_atomic_ordering: atomic stores cannot have `Acquire` or `AcqRel` ordering
    !other.load(Ordering::Acquire)
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
