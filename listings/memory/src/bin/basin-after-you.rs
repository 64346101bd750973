//! Two painters at one basin, and each offers the other the first turn
//!
//! Each painter stores that she wants the basin, gives the turn away, and waits while the other wants it *and* has the turn. All that is `Release` and `Acquire`. The store of one's own wish and the load of the other's are store buffering again: both may find the `false` that was there at first, and both are at the basin at once. `BASIN` is plain memory, so that is a data race in the line that washes.
//@ races
//@ schedules

// Undefined behaviour: both painters may be at the basin at once.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::Ordering::{Acquire, Release};
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::thread;

struct Basin(UnsafeCell<u32>);

// Unsound: both painters can come past the loop.
unsafe impl Sync for Basin {}

static BASIN: Basin = Basin(UnsafeCell::new(0));
static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);

// ANCHOR: wash
fn wash(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, Release);
    TURN.store(other, Release);
    while WANTS[other].load(Acquire) && TURN.load(Acquire) == other {
        hint::spin_loop();
    }
    // Unsound: the other painter may be here too.
    unsafe { *BASIN.0.get() += 1 };
    WANTS[me].store(false, Release);
}
// ANCHOR_END: wash

fn main() {
    let ida = || wash(0);
    thread::scope(|scope| {
        scope.spawn(ida);
        wash(1);
    });
    // SAFETY: all other threads have been joined.
    println!("{} brushes washed", unsafe { *BASIN.0.get() });
}
