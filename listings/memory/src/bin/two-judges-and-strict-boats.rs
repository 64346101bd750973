//! Two boats reported with `SeqCst`, and two judges who look with `Acquire`
//!
//! The two stores are in the one order of what is `SeqCst`, and the four loads are not. Nothing says that a judge who has read `true` for the later boat reads `true` for the earlier one.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `SeqCst` stores, `Acquire` loads: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

// ANCHOR: looks
fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    first.load(Ordering::Acquire) && !second.load(Ordering::Acquire)
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
