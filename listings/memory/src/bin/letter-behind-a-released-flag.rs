//! The flag is raised with `Release` and seen with `Acquire`
//!
//! A load of `FLAG` that returns `true` has read the postman's store. `Release` there and `Acquire` here make all that stands before the store happen before all that stands behind the load, and with it the storing of the `7`.
//@ outcome: a letter of 7 pages
//@ outcome: no letter yet
//@ schedules
//@ shape: MP `Release` and `Acquire`: a letter of 0 pages

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static PAGES: AtomicU32 = AtomicU32::new(0);
static FLAG: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
fn postman() {
    PAGES.store(7, Ordering::Relaxed);
    FLAG.store(true, Ordering::Release);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(postman);
        if FLAG.load(Ordering::Acquire) {
            println!("a letter of {} pages", PAGES.load(Ordering::Relaxed));
        } else {
            println!("no letter yet");
        }
    });
}
// ANCHOR_END: both
