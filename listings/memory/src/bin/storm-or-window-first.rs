//! A storm is announced; a guard hears of it and looks for an open window, and a keeper opens one and looks for a storm
//!
//! The guard says that the storm was first, having seen it and no open window. The keeper says that the window was, having opened it and seen no storm. With `Relaxed`, both may say so.
//@ outcome: the storm was first
//@ outcome: the window was first
//@ outcome: nobody can tell
//@ schedules
//@ shape: RWC `Relaxed`: each was first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STORM: AtomicBool = AtomicBool::new(false);
static OPEN: AtomicBool = AtomicBool::new(false);

fn storm() {
    STORM.store(true, Ordering::Relaxed);
}

fn guard() -> bool {
    STORM.load(Ordering::Relaxed) && !OPEN.load(Ordering::Relaxed)
}

fn keeper() -> bool {
    OPEN.store(true, Ordering::Relaxed);
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
