//! A file is marked as uploaded, an indexer sees it and enters it, and whoever finds the entry shows the file and marks that, with the entry released and acquired
//!
//! The indexer's look at the mark happens before the second store. What's stored can't come before a value in the variable's list that a look which happens before it has read.
//@ outcome: shown: false
//@ outcome: shown: true, and marked as shown
//@ schedules
//@ shape: WWC `Release` and `Acquire`: shown: true, and marked as uploaded

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
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
        INDEXED.store(true, Ordering::Release);
    }
}

fn main() {
    let is_shown = thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        let is_shown = INDEXED.load(Ordering::Acquire);
        if is_shown {
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
