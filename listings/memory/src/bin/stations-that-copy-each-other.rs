//! Two stations without a thermometer, and each shows what it has read at the other
//!
//! Each stores what it has loaded, and at first there's a 0 at both. A load reads what has been stored before it, so nothing but a 0 can ever be read.
//@ schedules
//@ shape: LB `Relaxed`, and what is stored was read: a temperature that nobody has measured

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HARBOUR: AtomicU32 = AtomicU32::new(0);
static HILL: AtomicU32 = AtomicU32::new(0);

// ANCHOR: copy
fn copy(from: &AtomicU32, to: &AtomicU32) {
    let degrees = from.load(Ordering::Relaxed);
    to.store(degrees, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| copy(&HILL, &HARBOUR));
        copy(&HARBOUR, &HILL);
    });

    match (
        HARBOUR.load(Ordering::Relaxed),
        HILL.load(Ordering::Relaxed),
    ) {
        (0, 0) => println!("both show 0 degrees"),
        _ => println!("a temperature that nobody has measured"),
    }
}
// ANCHOR_END: copy
