//! A file is uploaded, an indexer enters it and `main` looks for both, every access `SeqCst`
//!
//! If `main` finds the entry, then the upload is the first in the one order, followed by the indexer's look, its entry, and the two looks of `main`. `Release` and `Acquire` on the entry are enough for that.
//@ outcome: not in the index
//@ outcome: indexed; uploaded: true
//@ schedules
//@ shape: WRC `SeqCst`: indexed; uploaded: false

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static UPLOADED: AtomicBool = AtomicBool::new(false);
static INDEXED: AtomicBool = AtomicBool::new(false);

fn upload() {
    UPLOADED.store(true, Ordering::SeqCst);
}

fn indexer() {
    if UPLOADED.load(Ordering::SeqCst) {
        INDEXED.store(true, Ordering::SeqCst);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        if INDEXED.load(Ordering::SeqCst) {
            let uploaded = UPLOADED.load(Ordering::SeqCst);
            println!("indexed; uploaded: {uploaded}");
        } else {
            println!("not in the index");
        }
    });
}
