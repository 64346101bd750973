//! A file is marked as uploaded, an indexer sees it and enters it, and whoever finds the entry shows the file and marks that, all `SeqCst`
//!
//! In the one order the upload's store comes first, then the indexer's look and entry, then the look of `main` and its store. `Release` and `Acquire` on the entry are enough for that.
//@ outcome: shown: false
//@ outcome: shown: true, and marked as shown
//@ schedules
//@ shape: WWC `SeqCst`: shown: true, and marked as uploaded

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

const UPLOADED: u32 = 1;
const SHOWN: u32 = 2;
static FILE: AtomicU32 = AtomicU32::new(0);
static INDEXED: AtomicBool = AtomicBool::new(false);

fn upload() {
    FILE.store(UPLOADED, Ordering::SeqCst);
}

fn indexer() {
    if FILE.load(Ordering::SeqCst) == UPLOADED {
        INDEXED.store(true, Ordering::SeqCst);
    }
}

fn main() {
    let is_shown = thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        let is_shown = INDEXED.load(Ordering::SeqCst);
        if is_shown {
            FILE.store(SHOWN, Ordering::SeqCst);
        }
        is_shown
    });

    match (is_shown, FILE.load(Ordering::Relaxed)) {
        (false, _) => println!("shown: false"),
        (true, SHOWN) => println!("shown: true, and marked as shown"),
        (true, _) => println!("shown: true, and marked as uploaded"),
    }
}
