//! The owner lowers one number behind which it has a fence, and a thief raises another
//@ schedules
//@ outcome: owner Some(1), thief [Some(0), None]
//@ outcome: owner None, thief [Some(0), Some(1)]

use std::sync::atomic::{AtomicUsize, Ordering, fence};
use std::thread;

static FRONT: AtomicUsize = AtomicUsize::new(0);
static BACK: AtomicUsize = AtomicUsize::new(2); // the scenes 0 and 1

fn take() -> Option<usize> {
    let last = BACK.load(Ordering::Relaxed) - 1;
    // ANCHOR: fence
    BACK.store(last, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    // ANCHOR_END: fence
    if FRONT.load(Ordering::Relaxed) < last {
        return Some(last);
    }
    let taken = FRONT.compare_exchange(last, last + 1, Ordering::SeqCst, Ordering::Relaxed);
    taken.ok()
}

fn steal() -> Option<usize> {
    let first = FRONT.load(Ordering::Acquire);
    if first >= BACK.load(Ordering::Acquire) {
        return None;
    }
    let taken = FRONT.compare_exchange(first, first + 1, Ordering::SeqCst, Ordering::Relaxed);
    taken.ok()
}

fn main() {
    let thief = thread::spawn(|| [steal(), steal()]);
    let owner = thread::spawn(take);
    let (owner, thief) = (owner.join().unwrap(), thief.join().unwrap());
    println!("owner {owner:?}, thief {thief:?}");
}
