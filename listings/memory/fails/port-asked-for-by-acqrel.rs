//! Two radios open a port each, and ask for both halves even where the exchange fails
//!
//! If this compiled, `compare_exchange` would panic when it's called, in each of the two radios: an exchange that fails stores nothing, so there's nothing that it could release.
//@ fixed-by: memory/port-acquired-from-the-winner

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const NOBODY: usize = 9;
static PORTS: [AtomicUsize; 2] = [AtomicUsize::new(0), AtomicUsize::new(0)];
static WINNER: AtomicUsize = AtomicUsize::new(NOBODY);
static START: Barrier = Barrier::new(2);

// ANCHOR: announce
fn announce(me: usize, port: usize) -> usize {
    PORTS[me].store(port, Ordering::Relaxed);
    match WINNER.compare_exchange(NOBODY, me, Ordering::AcqRel, Ordering::AcqRel) {
        //~^ invalid_atomic_ordering: `compare_exchange`'s failure ordering may not be `Release` or `AcqRel`
        Ok(_) => port,
        Err(winner) => PORTS[winner].load(Ordering::Relaxed),
    }
}
// ANCHOR_END: announce

fn main() {
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| {
            START.wait();
            announce(0, 8000)
        });
        START.wait();
        let other = announce(1, 8001);
        (one.join().unwrap(), other)
    });

    if one == other {
        println!("both use {one}");
    } else {
        println!("one uses {one}, the other {other}");
    }
}
