//! A ferry sails, and the report of it is released and acquired
//!
//! The clerk's load of `SAILED` happens before its `Release` store, and that before what stands behind the `Acquire` load. A load never reads anything older than what a load that happens before it has read. So `main` reads `true` as well, though it has never met the ferry.
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
        REPORTED.store(true, Ordering::Release);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(ferry);
        scope.spawn(clerk);
        if REPORTED.load(Ordering::Acquire) {
            let sailed = SAILED.load(Ordering::Relaxed);
            println!("reported; sailed: {sailed}");
        } else {
            println!("no report");
        }
    });
}
