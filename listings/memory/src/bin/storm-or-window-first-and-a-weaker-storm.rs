//! A storm is announced by `Release` and heard of by `Acquire`; where the guard and the keeper look for each other, all is `SeqCst`
//!
//! The guard's look at the window, the opening and the keeper's look are in one order, in which the guard's is first. The storm isn't in it. That the guard has heard of it concerns the guard, and the keeper has heard of it from nobody.
//@ outcome: the storm was first
//@ outcome: the window was first
//@ outcome: nobody can tell
//@ schedules
//@ shape: RWC `SeqCst`, the first store `Release` and its look `Acquire`: each was first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STORM: AtomicBool = AtomicBool::new(false);
static OPEN: AtomicBool = AtomicBool::new(false);

fn storm() {
    STORM.store(true, Ordering::Release);
}

fn guard() -> bool {
    STORM.load(Ordering::Acquire) && !OPEN.load(Ordering::SeqCst)
}

fn keeper() -> bool {
    OPEN.store(true, Ordering::SeqCst);
    !STORM.load(Ordering::SeqCst)
}

fn main() {
    let (storm_first, window_first) = thread::scope(|scope| {
        scope.spawn(storm);
        let guard = scope.spawn(guard);
        let window_first = keeper();
        (guard.join().unwrap(), window_first)
    });

    match (storm_first, window_first) {
        (true, true) => println!("each was first"),
        (true, false) => println!("the storm was first"),
        (false, true) => println!("the window was first"),
        (false, false) => println!("nobody can tell"),
    }
}
