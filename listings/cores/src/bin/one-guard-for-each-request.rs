//! Two threads look up a port, each under a guard of its own
//@ unordered

use crossbeam::epoch::{self, Atomic};
use std::sync::atomic::Ordering;
use std::thread;

fn main() {
    let table = Atomic::new([8080, 8081]);
    thread::scope(|scope| {
        for line in 0..2 {
            let table = &table;
            scope.spawn(move || {
                // ANCHOR: guard
                let guard = &epoch::pin();
                // ANCHOR_END: guard
                // SAFETY: never null, and nobody replaces it.
                let ports = unsafe { table.load(Ordering::Acquire, guard).deref() };
                println!("to port {}", ports[line]);
            });
        }
    });
    // SAFETY: the threads are joined.
    drop(unsafe { table.into_owned() });
}
