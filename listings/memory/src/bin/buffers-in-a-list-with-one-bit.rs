//! Three buffers in a list of those that are free, and a single bit beside the first of them
//!
//! Each taking turns the bit over. `main` takes two buffers while the radio is interrupted, so the bit is back where it was, and 0 is in front again.
//@ outcome: buffers in use: [0, 1, 2]
//@ outcome: buffers in use: [0, 1, 1]
//@ schedules

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const END: usize = 3;
const BIT: usize = 256;
static FIRST: AtomicUsize = AtomicUsize::new(0);
static NEXT: [AtomicUsize; 3] = [
    AtomicUsize::new(1),
    AtomicUsize::new(2),
    AtomicUsize::new(END),
];

fn give_back(buffer: usize) {
    let mut first = FIRST.load(Ordering::Relaxed);
    loop {
        NEXT[buffer].store(first % BIT, Ordering::Relaxed);
        let new = first - first % BIT + buffer;
        match FIRST.compare_exchange(first, new, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(now) => first = now,
        }
    }
}

fn take(interrupted: Duration) -> usize {
    let mut first = FIRST.load(Ordering::Acquire);
    loop {
        // ANCHOR: bit
        let buffer = first % BIT;
        let next = NEXT[buffer].load(Ordering::Relaxed);
        let new = ((first - buffer) ^ BIT) + next;
        // ANCHOR_END: bit
        // The system may interrupt a thread anywhere. Here it is told to.
        thread::sleep(interrupted);
        match FIRST.compare_exchange(first, new, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return buffer,
            Err(now) => first = now,
        }
    }
}

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
