//! A storm is announced; a guard hears of it and looks for an open window, and a keeper opens one and looks for a storm, all `SeqCst`
//!
//! If the guard has seen the storm and no open window, then the storm comes before the guard's two looks in the one order, these come before the opening, and that before the keeper's look.
//@ outcome: the storm was first
//@ outcome: the window was first
//@ outcome: nobody can tell
//@ schedules
//@ shape: RWC `SeqCst`: each was first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STORM: AtomicBool = AtomicBool::new(false);
static OPEN: AtomicBool = AtomicBool::new(false);

fn storm() {
    STORM.store(true, Ordering::SeqCst);
}

fn guard() -> bool {
    STORM.load(Ordering::SeqCst) && !OPEN.load(Ordering::SeqCst)
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
