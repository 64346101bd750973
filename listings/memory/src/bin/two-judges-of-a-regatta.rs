//! Two boats come in, and each of two judges looks for the one and then for the other
//!
//! Each judge acquires what a boat has released, and neither boat has anything to do with the other. Nothing says that both judges see the two stores in the same order. One may read `true` in `RED` and the old `false` in `BLUE`, the other `true` in `BLUE` and the old `false` in `RED`.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `Release` and `Acquire`: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

// ANCHOR: looks
fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    first.load(Ordering::Acquire) && !second.load(Ordering::Acquire)
}

fn red_boat() {
    RED.store(true, Ordering::Release);
}

fn blue_boat() {
    BLUE.store(true, Ordering::Release);
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
