//! Two boats, two judges, and no access asks for an order
//!
//! All accesses are `Relaxed`. Nothing says that both judges get the news of the two boats in the same order, nor that one judge's two looks are at the same moment.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `Relaxed`: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    first.load(Ordering::Relaxed) && !second.load(Ordering::Relaxed)
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
