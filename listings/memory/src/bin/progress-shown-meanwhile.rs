//! Two threads export a log, and the display shows how far they are
//!
//! Each `fetch_add` finds what the last one has left, so none is lost. What `main` sees meanwhile may be old. Behind the scope, all that the two threads did has happened before.
//@ outcome: meanwhile 0 of 2 | in the end 2 of 2
//@ outcome: meanwhile 1 of 2 | in the end 2 of 2
//@ outcome: meanwhile 2 of 2 | in the end 2 of 2
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static EXPORTED: AtomicU32 = AtomicU32::new(0);

// ANCHOR: both
fn export_a_day() {
    // The readings of a day are written to a file here.
    EXPORTED.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(export_a_day);
        scope.spawn(export_a_day);
        println!("meanwhile {} of 2", EXPORTED.load(Ordering::Relaxed));
    });
    println!("in the end {} of 2", EXPORTED.load(Ordering::Relaxed));
}
// ANCHOR_END: both
