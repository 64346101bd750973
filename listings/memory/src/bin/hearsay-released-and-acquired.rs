//! A file is uploaded, and its place in the index is released and acquired
//!
//! The indexer's load of `UPLOADED` happens before its `Release` store, and that before what stands behind the `Acquire` load. A load never reads anything older than what a load that happens before it has read. So `main` reads `true` as well, though it has had nothing from the uploading thread.
//@ outcome: not in the index
//@ outcome: indexed; uploaded: true
//@ schedules
//@ shape: WRC `Release` and `Acquire`: indexed; uploaded: false

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static UPLOADED: AtomicBool = AtomicBool::new(false);
static INDEXED: AtomicBool = AtomicBool::new(false);

fn upload() {
    UPLOADED.store(true, Ordering::Relaxed);
}

// ANCHOR: indexer
fn indexer() {
    if UPLOADED.load(Ordering::Relaxed) {
        INDEXED.store(true, Ordering::Release);
    }
}
// ANCHOR_END: indexer

fn main() {
    thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        if INDEXED.load(Ordering::Acquire) {
            let uploaded = UPLOADED.load(Ordering::Relaxed);
            println!("indexed; uploaded: {uploaded}");
        } else {
            println!("not in the index");
        }
    });
}
