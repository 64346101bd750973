//! One worker counts what it starts and what it finishes, and the display shows both
//!
//! `main` reads `FINISHED` first, so as not to find more finished than it then finds started. The additions are made in the order in which they stand, but each is news of its own: `main` may read the new value of `FINISHED` and then the old one of `STARTED`.
//@ outcome: 0 finished of 0 started
//@ outcome: 0 finished of 1 started
//@ outcome: 1 finished of 1 started
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static STARTED: AtomicU32 = AtomicU32::new(0);
static FINISHED: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn draw(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

fn export(day: u32) -> String {
    (0..300).map(|_| day.to_string()).collect()
}

// ANCHOR: both
// ANCHOR: worker
fn worker() {
    START.wait();
    STARTED.fetch_add(1, Ordering::Relaxed);
    export(1);
    FINISHED.fetch_add(1, Ordering::Relaxed);
}
// ANCHOR_END: worker

fn main() {
    thread::scope(|scope| {
        scope.spawn(worker);
        START.wait();
        // ANCHOR: display
        let finished = FINISHED.load(Ordering::Relaxed);
        draw(finished);
        let started = STARTED.load(Ordering::Relaxed);
        println!("{finished} finished of {started} started");
        // ANCHOR_END: display
    });
}
// ANCHOR_END: both
