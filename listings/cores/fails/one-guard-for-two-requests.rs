//! Two threads look up a port under one guard
//!
//! If this compiled, the guard would pin the thread of `main` and neither of the two. Here `main` waits for them, so nothing would go wrong. But a request that deferred something under this guard would put it into a bag that belongs to the thread of `main` alone, and two at a time would write to the same place.
//@ fixed-by: cores/one-guard-for-each-request

use crossbeam::epoch::{self, Atomic};
use std::sync::atomic::Ordering;
use std::thread;

fn main() {
    let table = Atomic::new([8080, 8081]);
    // ANCHOR: guard
    let guard = epoch::pin();
    thread::scope(|scope| {
        for line in 0..2 {
            let (table, guard) = (&table, &guard);
            scope.spawn(move || {
                //~^ E0277: cannot be shared between threads safely
                // SAFETY: never null, and nobody replaces it.
                let ports = unsafe { table.load(Ordering::Acquire, guard).deref() };
                println!("to port {}", ports[line]);
            });
        }
    });
    // ANCHOR_END: guard
    // SAFETY: the threads are joined.
    drop(unsafe { table.into_owned() });
}
