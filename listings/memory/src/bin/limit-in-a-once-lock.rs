//! A rate limit in a `OnceLock`
//!
//! `get_or_init` is the double check, made once for everybody. Who finds the value is shown it whole, and no `unsafe` is left.
//@ schedules

use std::sync::OnceLock;
use std::thread;

static LIMIT: OnceLock<u32> = OnceLock::new();

// ANCHOR: limit
fn limit() -> u32 {
    *LIMIT.get_or_init(|| 60)
}
// ANCHOR_END: limit

fn main() {
    thread::scope(|scope| {
        let clerk = scope.spawn(limit);
        let (mine, theirs) = (limit(), clerk.join().unwrap());
        println!("{mine} and {theirs} a minute");
    });
}
