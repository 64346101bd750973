//! The letter and its flag, every access `SeqCst`
//!
//! A `SeqCst` store releases and a `SeqCst` load acquires, so whoever sees the flag sees the letter. `Release` and `Acquire` on the flag are enough for that.
//@ outcome: a letter of 7 pages
//@ outcome: no letter yet
//@ schedules
//@ shape: MP `SeqCst`: a letter of 0 pages

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static PAGES: AtomicU32 = AtomicU32::new(0);
static FLAG: AtomicBool = AtomicBool::new(false);

fn postman() {
    PAGES.store(7, Ordering::SeqCst);
    FLAG.store(true, Ordering::SeqCst);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(postman);
        if FLAG.load(Ordering::SeqCst) {
            println!("a letter of {} pages", PAGES.load(Ordering::SeqCst));
        } else {
            println!("no letter yet");
        }
    });
}
