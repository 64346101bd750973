//! A worker takes a frame while another takes two and gives one back
//!
//! A frame is a piece of memory in which a preview is drawn; the free ones are a stack of numbers. `main` finds frame 0 on top with frame 1 below. Meanwhile the other takes both and gives back 0. So the exchange finds a 0, as before, and puts frame 1 on top, in which the other is drawing.
//@ outcome: each has a frame of its own
//@ outcome: two draw in frame 1
//@ schedules

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

const NONE: usize = 3;

static BELOW: [AtomicUsize; 3] = [
    AtomicUsize::new(1),
    AtomicUsize::new(2),
    AtomicUsize::new(NONE),
];
static TOP: AtomicUsize = AtomicUsize::new(0);

// ANCHOR: frames
fn take(held_up: Duration) -> usize {
    loop {
        let top = TOP.load(SeqCst);
        let below = BELOW[top].load(SeqCst);
        thread::sleep(held_up);
        if TOP.compare_exchange(top, below, SeqCst, SeqCst).is_ok() {
            return top;
        }
    }
}

fn give_back(frame: usize) {
    loop {
        let top = TOP.load(SeqCst);
        BELOW[frame].store(top, SeqCst);
        if TOP.compare_exchange(top, frame, SeqCst, SeqCst).is_ok() {
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
// ANCHOR_END: frames
