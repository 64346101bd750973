//! Two painters at one basin, each offers the other the first turn, and all is `SeqCst`
//!
//! In the one order of what is `SeqCst`, one painter is the last to give the turn away. She reads the other's wish behind it, and finds it, and finds the turn with the other one, until that one has washed. `SeqCst` also releases and acquires, so what the first did at the basin happens before what the second does.
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::thread;

struct Basin(UnsafeCell<u32>);

// SAFETY: one painter at a time comes past the loop, as Peterson has shown.
unsafe impl Sync for Basin {}

static BASIN: Basin = Basin(UnsafeCell::new(0));
static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);

fn wash(me: usize) {
    let other = 1 - me;
    // ANCHOR: wash
    WANTS[me].store(true, SeqCst);
    TURN.store(other, SeqCst);
    // ANCHOR_END: wash
    while WANTS[other].load(SeqCst) && TURN.load(SeqCst) == other {
        hint::spin_loop();
    }
    // SAFETY: the other painter isn't past her loop, or has washed; then the loop here has read
    // the `false` that she stored behind it, which releases.
    unsafe { *BASIN.0.get() += 1 };
    WANTS[me].store(false, SeqCst);
}

fn main() {
    let ida = || wash(0);
    thread::scope(|scope| {
        scope.spawn(ida);
        wash(1);
    });
    // SAFETY: all other threads have been joined.
    println!("{} brushes washed", unsafe { *BASIN.0.get() });
}
