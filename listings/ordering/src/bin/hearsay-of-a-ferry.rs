//! A ferry sails, a clerk sees it and reports it, and the office looks for itself
//!
//! The clerk's thread has read `true` in `SAILED` before it stores `REPORTED`. With `Relaxed` that is nobody's business but its own: `main` may read the report and then the old `false` in `SAILED`.
//@ outcome: no report
//@ outcome: reported; sailed: true
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static SAILED: AtomicBool = AtomicBool::new(false);
static REPORTED: AtomicBool = AtomicBool::new(false);

fn ferry() {
    SAILED.store(true, Ordering::Relaxed);
}

fn clerk() {
    if SAILED.load(Ordering::Relaxed) {
        REPORTED.store(true, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(ferry);
        scope.spawn(clerk);
        if REPORTED.load(Ordering::Relaxed) {
            let sailed = SAILED.load(Ordering::Relaxed);
            println!("reported; sailed: {sailed}");
        } else {
            println!("no report");
        }
    });
}
