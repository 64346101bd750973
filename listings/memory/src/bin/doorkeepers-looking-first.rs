//! Each doorkeeper looks for the other's flag, raises their own, and opens if the other was down
//!
//! The two accesses of `opens` stand the other way round. The `yield_now` between them changes no outcome; it's there so that you needn't run the program for long. All accesses are `SeqCst`. Both keepers may look before either has raised a flag, and this is an order of the steps like any other.
//@ outcome: both doors are open
//@ outcome: the east door alone is open
//@ outcome: the east door is shut
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static EAST: AtomicBool = AtomicBool::new(false);
static WEST: AtomicBool = AtomicBool::new(false);

// ANCHOR: opens
fn opens(mine: &AtomicBool, other: &AtomicBool) -> bool {
    let other_is_up = other.load(Ordering::SeqCst);
    thread::yield_now();
    mine.store(true, Ordering::SeqCst);
    !other_is_up
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
