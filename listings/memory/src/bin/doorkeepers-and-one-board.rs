//! The flags are two bits of one number, and each keeper raises and looks in one step
//!
//! `fetch_or` reads the last value in the list of `FLAGS` and puts its own right behind it. One of the two is the second, and finds the bit of the first.
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules

use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

// ANCHOR: opens
const EAST: u8 = 1;
const WEST: u8 = 2;
static FLAGS: AtomicU8 = AtomicU8::new(0);

fn opens(mine: u8, other: u8) -> bool {
    let before = FLAGS.fetch_or(mine, Ordering::Relaxed);
    before & other == 0
}
// ANCHOR_END: opens

fn main() {
    let (east, west) = thread::scope(|scope| {
        let east = scope.spawn(|| opens(EAST, WEST));
        let west = opens(WEST, EAST);
        (east.join().unwrap(), west)
    });

    match (east, west) {
        (true, true) => println!("both doors are open"),
        (true, false) => println!("the east door alone is open"),
        (false, _) => println!("the east door is shut"),
    }
}
