//! Two people each look for a letter, one of them with `Acquire`, and then send one
//!
//! Ann's load is an `Acquire`, so her store stays behind it, on every machine. Then of the two at most one finds a letter.
//@ outcome: nobody found a letter
//@ outcome: one of them found a letter
//@ schedules
//@ shape: LB one `Acquire`: each has found the answer to a letter not yet written

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static FROM_ANN: AtomicBool = AtomicBool::new(false);
static FROM_BOB: AtomicBool = AtomicBool::new(false);

fn main() {
    // ANCHOR: ann
    let ann = thread::spawn(|| {
        let found = FROM_BOB.load(Ordering::Acquire);
        FROM_ANN.store(true, Ordering::Relaxed);
        found
    });
    // ANCHOR_END: ann
    let bob = thread::spawn(|| {
        let found = FROM_ANN.load(Ordering::Relaxed);
        FROM_BOB.store(true, Ordering::Relaxed);
        found
    });

    match (ann.join().unwrap(), bob.join().unwrap()) {
        (true, true) => println!("each has found the answer to a letter not yet written"),
        (false, false) => println!("nobody found a letter"),
        _ => println!("one of them found a letter"),
    }
}
