//! The postman puts a letter into the box and raises the flag
//!
//! `PAGES` is stored before `FLAG`, and loaded after it. But all four operations are `Relaxed`, and such a flag speaks of itself alone: `main` may see it raised and still read the old `0` in `PAGES`.
//@ outcome: a letter of 7 pages
//@ outcome: no letter yet
//@ schedules
//@ shape: MP `Relaxed`: a letter of 0 pages

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static PAGES: AtomicU32 = AtomicU32::new(0);
static FLAG: AtomicBool = AtomicBool::new(false);

fn postman() {
    PAGES.store(7, Ordering::Relaxed);
    FLAG.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(postman);
        if FLAG.load(Ordering::Relaxed) {
            println!("a letter of {} pages", PAGES.load(Ordering::Relaxed));
        } else {
            println!("no letter yet");
        }
    });
}
