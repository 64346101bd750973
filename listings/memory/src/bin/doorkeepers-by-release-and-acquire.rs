//! Each doorkeeper raises a flag with `Release`, and looks for the other's with `Acquire`
//!
//! A release is acquired by a load that reads it. Each keeper may read the `false` that was there at first, and then nothing has been acquired. So both doors may be open, as with `Relaxed`.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules
//@ shape: SB `Release` and `Acquire`: both doors are open

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::Release);
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
