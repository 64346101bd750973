//! A file is uploaded, an indexer sees it and enters it, and `main` looks for both
//!
//! The indexer's thread has read `true` in `UPLOADED` before it stores `INDEXED`. With `Relaxed` that is nobody's business but its own: `main` may read the entry and then the old `false` in `UPLOADED`.
//@ outcome: not in the index
//@ outcome: indexed; uploaded: true
//@ schedules
//@ shape: WRC `Relaxed`: indexed; uploaded: false

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static UPLOADED: AtomicBool = AtomicBool::new(false);
static INDEXED: AtomicBool = AtomicBool::new(false);

// ANCHOR: threads
fn upload() {
    UPLOADED.store(true, Ordering::Relaxed);
}

fn indexer() {
    if UPLOADED.load(Ordering::Relaxed) {
        INDEXED.store(true, Ordering::Relaxed);
    }
}
// ANCHOR_END: threads

fn main() {
    thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        if INDEXED.load(Ordering::Relaxed) {
            let uploaded = UPLOADED.load(Ordering::Relaxed);
            println!("indexed; uploaded: {uploaded}");
        } else {
            println!("not in the index");
        }
    });
}
