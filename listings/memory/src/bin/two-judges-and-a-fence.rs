//! Two boats, two judges, and a fence between the two looks
//!
//! The fences are `SeqCst`, so one of the two comes first in the one order. The judge who passes the second fence can't miss what the other has seen before the first.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `SeqCst` fences: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    if !first.load(Ordering::Relaxed) {
        return false;
    }
    fence(Ordering::SeqCst);
    !second.load(Ordering::Relaxed)
}

fn main() {
    let (red_first, blue_first) = thread::scope(|scope| {
        scope.spawn(|| RED.store(true, Ordering::Relaxed));
        let at_the_pier = scope.spawn(|| sees_only(&RED, &BLUE));
        scope.spawn(|| BLUE.store(true, Ordering::Relaxed));
        let on_the_bridge = sees_only(&BLUE, &RED);
        (at_the_pier.join().unwrap(), on_the_bridge)
    });

    match (red_first, blue_first) {
        (true, true) => println!("each boat is sworn to be first"),
        (false, false) => println!("nobody swears to anything"),
        _ => println!("one boat is sworn to be first"),
    }
}
