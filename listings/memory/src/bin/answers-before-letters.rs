//! Two people each look for a letter, and then send one
//!
//! Whoever looks first finds nothing: a load reads what has been stored before it. So of the two at most one finds a letter, in each order of steps and whatever an old value may be.
//@ outcome: nobody found a letter
//@ outcome: one of them found a letter
//@ schedules
//@ shape: LB `Relaxed`: each has found the answer to a letter not yet written

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static FROM_ANN: AtomicBool = AtomicBool::new(false);
static FROM_BOB: AtomicBool = AtomicBool::new(false);

fn main() {
    // ANCHOR: two
    let ann = thread::spawn(|| {
        let found = FROM_BOB.load(Ordering::Relaxed);
        FROM_ANN.store(true, Ordering::Relaxed);
        found
    });
    let bob = thread::spawn(|| {
        let found = FROM_ANN.load(Ordering::Relaxed);
        FROM_BOB.store(true, Ordering::Relaxed);
        found
    });
    // ANCHOR_END: two

    match (ann.join().unwrap(), bob.join().unwrap()) {
        (true, true) => println!("each has found the answer to a letter not yet written"),
        (false, false) => println!("nobody found a letter"),
        _ => println!("one of them found a letter"),
    }
}
