//! Two radios open a port each, the first to be announced counts, and the other one looks up which it is
//!
//! The loser's exchange has failed, so it's a load, and this load is `Relaxed`. It may read who has won, and then the old `0` in that radio's entry of `PORTS`.
//@ outcome: both use 8000
//@ outcome: both use 8001
//@ schedules

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
    match WINNER.compare_exchange(NOBODY, me, Ordering::Release, Ordering::Relaxed) {
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
