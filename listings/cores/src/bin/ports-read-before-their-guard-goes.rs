//! A request reads the table that it has found, and then drops its guard

use crossbeam::epoch::{self, Atomic};
use std::sync::atomic::Ordering;

fn main() {
    let table = Atomic::new([8080, 8081]);
    let guard = epoch::pin();
    // SAFETY: never null, and what's taken out isn't destroyed while we're pinned.
    let ports = unsafe { table.load(Ordering::Acquire, &guard).deref() };
    // ANCHOR: request
    println!("to port {}", ports[0]);
    drop(guard);
    // ANCHOR_END: request
    // SAFETY: no other thread knows the table.
    drop(unsafe { table.into_owned() });
}
