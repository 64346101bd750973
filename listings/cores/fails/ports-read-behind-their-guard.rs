//! A request drops its guard, and then reads the table that it has found
//!
//! If this compiled, it would print `to port 8080`, as nobody replaces the table here. But nothing would hold it in place
//! any more. With an operator at work it could be replaced, and two epochs could pass before the request reads, in memory
//! that's been freed.
//@ fixed-by: cores/ports-read-before-their-guard-goes

use crossbeam::epoch::{self, Atomic};
use std::sync::atomic::Ordering;

fn main() {
    // ANCHOR: request
    let table = Atomic::new([8080, 8081]);
    let guard = epoch::pin();
    // SAFETY: never null, and what's taken out isn't destroyed while we're pinned.
    let ports = unsafe { table.load(Ordering::Acquire, &guard).deref() };
    drop(guard); //~ E0505: move out of `guard` occurs here
    println!("to port {}", ports[0]);
    // ANCHOR_END: request
    // SAFETY: no other thread knows the table.
    drop(unsafe { table.into_owned() });
}
