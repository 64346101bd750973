//! A storm is announced; a guard hears of it and looks for an open window, and a keeper opens one and looks for a storm, each with a fence in between
//!
//! One of the two fences comes first in the one order of `SeqCst`. If it's the keeper's, the guard finds the window open. If it's the guard's, who has seen the storm before it, the keeper finds the storm.
//@ outcome: the storm was first
//@ outcome: the window was first
//@ outcome: nobody can tell
//@ schedules
//@ shape: RWC `SeqCst` fences: each was first

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static STORM: AtomicBool = AtomicBool::new(false);
static OPEN: AtomicBool = AtomicBool::new(false);

fn storm() {
    STORM.store(true, Ordering::Relaxed);
}

fn guard() -> bool {
    let is_warned = STORM.load(Ordering::Relaxed);
    fence(Ordering::SeqCst);
    is_warned && !OPEN.load(Ordering::Relaxed)
}

fn keeper() -> bool {
    OPEN.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    !STORM.load(Ordering::Relaxed)
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
