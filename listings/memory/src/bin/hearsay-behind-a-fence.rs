//! A file is uploaded, and its place in the index is stored behind a fence and read in front of one
//!
//! The indexer's look at `UPLOADED` stands before its release fence, and the page's behind its acquire fence, so the one happens before the other. A load never reads anything older than what a load that happens before it has read.
//@ outcome: not in the index
//@ outcome: indexed; uploaded: true
//@ schedules
//@ shape: WRC `Release` and `Acquire` fences: indexed; uploaded: false

use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

static UPLOADED: AtomicBool = AtomicBool::new(false);
static INDEXED: AtomicBool = AtomicBool::new(false);

fn upload() {
    UPLOADED.store(true, Ordering::Relaxed);
}

fn indexer() {
    if UPLOADED.load(Ordering::Relaxed) {
        fence(Ordering::Release);
        INDEXED.store(true, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(upload);
        scope.spawn(indexer);
        if INDEXED.load(Ordering::Relaxed) {
            fence(Ordering::Acquire);
            let uploaded = UPLOADED.load(Ordering::Relaxed);
            println!("indexed; uploaded: {uploaded}");
        } else {
            println!("not in the index");
        }
    });
}
