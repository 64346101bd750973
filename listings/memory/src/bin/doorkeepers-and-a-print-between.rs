//! Each doorkeeper raises a flag, prints that, looks for the other's, and opens if that is down
//!
//! It prints the same line twice, whoever is first. The print orders the lines of the output and nothing else: behind it, a keeper may still read the `false` that was there at first.
//@ outcome: a flag is up | a flag is up | the east door alone is open
//@ outcome: a flag is up | a flag is up | the east door is shut
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    mine.store(true, Ordering::Relaxed);
    println!("a flag is up");
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
