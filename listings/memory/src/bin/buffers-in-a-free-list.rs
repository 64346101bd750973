//! Three buffers in a list of those that are free, taken and given back without a lock
//!
//! The radio sees buffer 0 in front and 1 behind it, and is interrupted. `main` takes both and gives 0 back. Then 0 is in front again, the exchange succeeds, and the list begins with 1, which is in use.
//@ outcome: buffers in use: [0, 1, 2]
//@ outcome: buffers in use: [0, 1, 1]
//@ schedules

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const END: usize = 3;
static FIRST: AtomicUsize = AtomicUsize::new(0);
static NEXT: [AtomicUsize; 3] = [
    AtomicUsize::new(1),
    AtomicUsize::new(2),
    AtomicUsize::new(END),
];

fn give_back(buffer: usize) {
    let mut first = FIRST.load(Ordering::Relaxed);
    loop {
        NEXT[buffer].store(first, Ordering::Relaxed);
        match FIRST.compare_exchange(first, buffer, Ordering::Release, Ordering::Relaxed) {
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
        let next = NEXT[first].load(Ordering::Relaxed);
        // The system may interrupt a thread anywhere. Here it is told to.
        thread::sleep(interrupted);
        match FIRST.compare_exchange(first, next, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => return first,
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
