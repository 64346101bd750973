//! Two boats, two judges, and `SeqCst` for all of them
//!
//! In the one order of what is `SeqCst`, one boat's store comes first. Whoever sees the second boat's store looks for the first one after both, and finds it.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `SeqCst`: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

// ANCHOR: looks
fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    first.load(Ordering::SeqCst) && !second.load(Ordering::SeqCst)
}

fn red_boat() {
    RED.store(true, Ordering::SeqCst);
}

fn blue_boat() {
    BLUE.store(true, Ordering::SeqCst);
}
// ANCHOR_END: looks

fn main() {
    let (red_first, blue_first) = thread::scope(|scope| {
        scope.spawn(red_boat);
        let at_the_pier = scope.spawn(|| sees_only(&RED, &BLUE));
        scope.spawn(blue_boat);
        let on_the_bridge = sees_only(&BLUE, &RED);
        (at_the_pier.join().unwrap(), on_the_bridge)
    });

    match (red_first, blue_first) {
        (true, true) => println!("each boat is sworn to be first"),
        (false, false) => println!("nobody swears to anything"),
        _ => println!("one boat is sworn to be first"),
    }
}
