//! A worker takes a frame, and the top has a version that each change raises
//@ schedules

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

const NONE: usize = 3;

static BELOW: [AtomicUsize; 3] = [
    AtomicUsize::new(1),
    AtomicUsize::new(2),
    AtomicUsize::new(NONE),
];
static TOP: AtomicU64 = AtomicU64::new(0);

// ANCHOR: frames
/// The frame in the lower half, and a new version in the upper.
fn renewed(top: u64, frame: usize) -> u64 {
    let version = (top >> 32).wrapping_add(1);
    (version << 32) | frame as u64
}

fn take(held_up: Duration) -> usize {
    loop {
        let top = TOP.load(SeqCst);
        let frame = top as u32 as usize;
        let new = renewed(top, BELOW[frame].load(SeqCst));
        thread::sleep(held_up);
        if TOP.compare_exchange(top, new, SeqCst, SeqCst).is_ok() {
            return frame;
        }
    }
}
// ANCHOR_END: frames

fn give_back(frame: usize) {
    loop {
        let top = TOP.load(SeqCst);
        BELOW[frame].store(top as u32 as usize, SeqCst);
        let new = renewed(top, frame);
        if TOP.compare_exchange(top, new, SeqCst, SeqCst).is_ok() {
            return;
        }
    }
}

fn main() {
    let other = thread::spawn(|| {
        let first = take(Duration::ZERO);
        let second = take(Duration::ZERO);
        give_back(first);
        second
    });
    let mine = take(Duration::from_micros(200));
    let theirs = other.join().unwrap();
    let next = take(Duration::ZERO);
    if next == theirs {
        println!("two draw in frame {next}");
    } else {
        assert!(mine != theirs && mine != next);
        println!("each has a frame of its own");
    }
}
