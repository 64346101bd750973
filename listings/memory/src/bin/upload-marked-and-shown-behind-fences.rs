//! A file is marked as uploaded, an indexer sees it and enters it, and whoever finds the entry shows the file and marks that, with a fence before the entry is stored and one behind the look at it
//!
//! The indexer's look at the mark stands before its release fence, and the second store behind the acquire fence of `main`, so the one happens before the other.
//@ outcome: shown: false
//@ outcome: shown: true, and marked as shown
//@ schedules
//@ shape: WWC `Release` and `Acquire` fences: shown: true, and marked as uploaded

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

const UPLOADED: u32 = 1;
const SHOWN: u32 = 2;
static FILE: AtomicU32 = AtomicU32::new(0);
static INDEXED: AtomicBool = AtomicBool::new(false);

fn upload() {
    FILE.store(UPLOADED, Ordering::Relaxed);
}

fn indexer() {
    if FILE.load(Ordering::Relaxed) == UPLOADED {
        fence(Ordering::Release);
        INDEXED.store(true, Ordering::Relaxed);
    }
}

fn main() {
    let is_shown = thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        let is_shown = INDEXED.load(Ordering::Relaxed);
        if is_shown {
            fence(Ordering::Acquire);
            FILE.store(SHOWN, Ordering::Relaxed);
        }
        is_shown
    });

    match (is_shown, FILE.load(Ordering::Relaxed)) {
        (false, _) => println!("shown: false"),
        (true, SHOWN) => println!("shown: true, and marked as shown"),
        (true, _) => println!("shown: true, and marked as uploaded"),
    }
}
