//! Two people each look for a letter and then send one, and one of the two letters is released and acquired
//!
//! If Ann finds Bob's letter, she has acquired what he has released. So his look happens before her store, and can't read it: of the two at most one finds a letter.
//@ outcome: nobody found a letter
//@ outcome: one of them found a letter
//@ schedules
//@ shape: LB `Release` and `Acquire`: each has found the answer to a letter not yet written

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static FROM_ANN: AtomicBool = AtomicBool::new(false);
static FROM_BOB: AtomicBool = AtomicBool::new(false);

fn main() {
    // ANCHOR: two
    let ann = thread::spawn(|| {
        let found = FROM_BOB.load(Ordering::Acquire);
        FROM_ANN.store(true, Ordering::Relaxed);
        found
    });
    let bob = thread::spawn(|| {
        let found = FROM_ANN.load(Ordering::Relaxed);
        FROM_BOB.store(true, Ordering::Release);
        found
    });
    // ANCHOR_END: two

    match (ann.join().unwrap(), bob.join().unwrap()) {
        (true, true) => println!("each has found the answer to a letter not yet written"),
        (false, false) => println!("nobody found a letter"),
        _ => println!("one of them found a letter"),
    }
}
