//! Two threads look up ports while an operator replaces their table

use crossbeam::epoch::{self, Atomic, Owned};
use std::sync::atomic::Ordering;
use std::thread;

fn main() {
    let table = Atomic::new([8080; 4]);
    let are_equal = thread::scope(|scope| {
        // ANCHOR: table
        let look_up = || {
            let guard = epoch::pin();
            let ports = table.load(Ordering::Acquire, &guard);
            // SAFETY: never null. A table is published with Release, and what's
            // taken out is destroyed only when this guard and its like are gone.
            let ports = unsafe { ports.deref() };
            ports.iter().all(|port| *port == ports[0])
        };
        let requests = move || (0..1_000).all(|_| look_up());
        let threads = [scope.spawn(requests), scope.spawn(requests)];
        for port in 9000..9100 {
            let guard = epoch::pin();
            let old = table.swap(Owned::new([port; 4]), Ordering::AcqRel, &guard);
            // SAFETY: only this swap has taken it out, and nobody finds it any more.
            unsafe { guard.defer_destroy(old) };
        }
        // ANCHOR_END: table
        threads.map(|thread| thread.join().unwrap()) == [true, true]
    });
    // SAFETY: the threads are joined, so the last table is ours alone.
    let last = unsafe { table.into_owned() };
    println!("each table was whole: {are_equal}, the last: {}", last[0]);
}
