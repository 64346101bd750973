//! Three buffers in a list of those that are free, and a version beside the first of them
//!
//! Each taking raises the version by one. A value of `FIRST` that somebody has seen never comes again once its buffer has been taken, so the exchange fails if anything was taken in between.
//@ schedules

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const END: usize = 3;
const VERSION: usize = 256;
static FIRST: AtomicUsize = AtomicUsize::new(0);
static NEXT: [AtomicUsize; 3] = [
    AtomicUsize::new(1),
    AtomicUsize::new(2),
    AtomicUsize::new(END),
];

fn give_back(buffer: usize) {
    let mut first = FIRST.load(Ordering::Relaxed);
    loop {
        NEXT[buffer].store(first % VERSION, Ordering::Relaxed);
        let new = first - first % VERSION + buffer;
        match FIRST.compare_exchange(first, new, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => first = now,
        }
    }
}

// ANCHOR: both
// ANCHOR: take
fn take(interrupted: Duration) -> usize {
    let mut first = FIRST.load(Ordering::Acquire);
    loop {
        let buffer = first % VERSION;
        let next = NEXT[buffer].load(Ordering::Relaxed);
        let new = first - buffer + VERSION + next;
        // The system may interrupt a thread anywhere. Here it is told to.
        thread::sleep(interrupted);
        match FIRST.compare_exchange(first, new, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return buffer,
            Err(now) => first = now,
        }
    }
}
// ANCHOR_END: take

fn main() {
    let mut in_use = thread::scope(|scope| {
        let radio = scope.spawn(|| take(Duration::from_millis(1)));
        let packet = take(Duration::ZERO);
        let answer = take(Duration::ZERO);
        give_back(packet);
        [answer, radio.join().unwrap(), take(Duration::ZERO)]
    });

    in_use.sort();
    println!("buffers in use: {in_use:?}");
}
// ANCHOR_END: both
