//! A ship's position is written while an odd version is shown, and read again if the version has changed
//!
//! `position` throws away what it has read if `VERSION` has changed meanwhile. But it *has* read, in plain memory, while `helmsman` wrote there. That is a data race, and no check behind it can undo it: what is undefined is the reading itself, and not the use of its result.
//@ races
//@ schedules

// Undefined behaviour: the position is read while it may be written.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

struct Position(UnsafeCell<(u32, u32)>);

// Unsound: a version does not keep a reader from reading.
unsafe impl Sync for Position {}

static POSITION: Position = Position(UnsafeCell::new((53, 9)));
static VERSION: AtomicU32 = AtomicU32::new(0);

fn helmsman() {
    VERSION.store(1, Ordering::Relaxed);
    fence(Ordering::Release);
    // Unsound: a reader may be here too.
    unsafe { *POSITION.0.get() = (54, 10) };
    VERSION.store(2, Ordering::Release);
}

fn position() -> (u32, u32) {
    loop {
        let before = VERSION.load(Ordering::Acquire);
        if before.is_multiple_of(2) {
            // ANCHOR: read
            // Unsound: the helmsman may be writing.
            let seen = unsafe { *POSITION.0.get() };
            fence(Ordering::Acquire);
            // ANCHOR_END: read
            if VERSION.load(Ordering::Relaxed) == before {
                return seen;
            }
        }
        hint::spin_loop();
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(helmsman);
        let (north, east) = position();
        println!("{north} north, {east} east");
    });
}
