//! Two boats reported with `Release`, and two judges who look with `SeqCst`
//!
//! Where one look misses a store and another one finds it, the rules of the search put the two in order only if the store is `SeqCst` as well. C++20, from which Rust has its rules, puts two `SeqCst` looks in order in any case. So it has the judges agree, and doesn't permit the last outcome.
//@ outcome: nobody swears to anything
//@ outcome: one boat is sworn to be first
//@ schedules
//@ shape: IRIW `Release` stores, `SeqCst` loads, by RC11: each boat is sworn to be first

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RED: AtomicBool = AtomicBool::new(false);
static BLUE: AtomicBool = AtomicBool::new(false);

fn sees_only(first: &AtomicBool, second: &AtomicBool) -> bool {
    first.load(Ordering::SeqCst) && !second.load(Ordering::SeqCst)
}

fn red_boat() {
    RED.store(true, Ordering::Release);
}

fn blue_boat() {
    BLUE.store(true, Ordering::Release);
}

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
