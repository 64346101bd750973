//! Each doorkeeper raises a flag, looks for the other's, and opens if that is down
//!
//! Each keeper stores `true` in `mine` and then loads `other`, both `Relaxed`. The store need not have reached the other keeper when the load is done. So each may read the `false` that was there at first, and both doors are open.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB `Relaxed`: both doors are open

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::Relaxed);
    !other.load(Ordering::Relaxed)
}

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
