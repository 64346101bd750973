//! Two people each look for a letter and then send one, every access `SeqCst`
//!
//! A load that finds a letter comes after its store in the one order, and each look comes before the letter of the same thread. So of the two at most one finds a letter.
//@ outcome: nobody found a letter
//@ outcome: one of them found a letter
//@ schedules
//@ shape: LB `SeqCst`: each has found the answer to a letter not yet written

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static FROM_ANN: AtomicBool = AtomicBool::new(false);
static FROM_BOB: AtomicBool = AtomicBool::new(false);

fn main() {
    let ann = thread::spawn(|| {
        let found = FROM_BOB.load(Ordering::SeqCst);
        FROM_ANN.store(true, Ordering::SeqCst);
        found
    });
    let bob = thread::spawn(|| {
        let found = FROM_ANN.load(Ordering::SeqCst);
        FROM_BOB.store(true, Ordering::SeqCst);
        found
    });

    match (ann.join().unwrap(), bob.join().unwrap()) {
        (true, true) => println!("each has found the answer to a letter not yet written"),
        (false, false) => println!("nobody found a letter"),
        _ => println!("one of them found a letter"),
    }
}
