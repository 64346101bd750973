//! A storm is announced; a guard hears of it and looks for an open window, and a keeper opens one and looks for a storm, by `Release` and `Acquire`
//!
//! The guard acquires what the storm has released, and nobody else acquires anything: the guard finds no open window, and the keeper finds no storm.
//@ outcome: the storm was first
//@ outcome: the window was first
//@ outcome: nobody can tell
//@ schedules
//@ shape: RWC `Release` and `Acquire`: each was first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STORM: AtomicBool = AtomicBool::new(false);
static OPEN: AtomicBool = AtomicBool::new(false);

fn storm() {
    STORM.store(true, Ordering::Release);
}

fn guard() -> bool {
    STORM.load(Ordering::Acquire) && !OPEN.load(Ordering::Acquire)
}

fn keeper() -> bool {
    OPEN.store(true, Ordering::Release);
    !STORM.load(Ordering::Acquire)
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
