//! Two people each look for a letter and then send one, with a fence in between
//!
//! If Ann finds Bob's letter, his fence stands before the store and hers behind the load. So his look happens before her store, and can't read it. An `AcqRel` fence orders a look and a later store. What it doesn't order is a store and a later look.
//@ outcome: nobody found a letter
//@ outcome: one of them found a letter
//@ schedules
//@ shape: LB `AcqRel` fences: each has found the answer to a letter not yet written

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static FROM_ANN: AtomicBool = AtomicBool::new(false);
static FROM_BOB: AtomicBool = AtomicBool::new(false);

fn main() {
    let ann = thread::spawn(|| {
        let found = FROM_BOB.load(Ordering::Relaxed);
        fence(Ordering::AcqRel);
        FROM_ANN.store(true, Ordering::Relaxed);
        found
    });
    let bob = thread::spawn(|| {
        let found = FROM_ANN.load(Ordering::Relaxed);
        fence(Ordering::AcqRel);
        FROM_BOB.store(true, Ordering::Relaxed);
        found
    });

    match (ann.join().unwrap(), bob.join().unwrap()) {
        (true, true) => println!("each has found the answer to a letter not yet written"),
        (false, false) => println!("nobody found a letter"),
        _ => println!("one of them found a letter"),
    }
}
