//! The owner lowers one number, a thief raises another, with a fence between store and look
//@ schedules
//@ outcome: owner Some(1), thief [Some(0), None]
//@ outcome: owner None, thief [Some(0), Some(1)]

use std::sync::atomic::{AtomicUsize, Ordering, fence};
use std::thread;

static FRONT: AtomicUsize = AtomicUsize::new(0);
static BACK: AtomicUsize = AtomicUsize::new(2); // the scenes 0 and 1

// ANCHOR: both
// ANCHOR: take
fn take() -> Option<usize> {
    let last = BACK.load(Ordering::Relaxed) - 1;
    BACK.store(last, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    if FRONT.load(Ordering::Relaxed) < last {
        return Some(last);
    }
    let taken = FRONT.compare_exchange(last, last + 1, Ordering::SeqCst, Ordering::Relaxed);
    taken.ok()
}
// ANCHOR_END: take

fn steal() -> Option<usize> {
    let first = FRONT.load(Ordering::Acquire);
    fence(Ordering::SeqCst);
    if first >= BACK.load(Ordering::Acquire) {
        return None;
    }
    let taken = FRONT.compare_exchange(first, first + 1, Ordering::SeqCst, Ordering::Relaxed);
    taken.ok()
}
// ANCHOR_END: both

fn main() {
    let thief = thread::spawn(|| [steal(), steal()]);
    let owner = thread::spawn(take);
    let (owner, thief) = (owner.join().unwrap(), thief.join().unwrap());
    println!("owner {owner:?}, thief {thief:?}");
}
