//! A seqlock whose reader has no fence: it may take half of a write for a whole one
//@ returns: 0 0
//@ returns: 1 1
//@ returns: busy
//@ returns, only if memory is weak: 0 1
//@ returns, only if memory is weak: 1 0

use std::sync::atomic::{AtomicU32, Ordering::{Acquire, Relaxed, Release}, fence};
use std::thread;

static SEQ: AtomicU32 = AtomicU32::new(0);
static EAST: AtomicU32 = AtomicU32::new(0);
static NORTH: AtomicU32 = AtomicU32::new(0);

fn main() {
    let writer = thread::spawn(|| {
        SEQ.store(1, Relaxed);
        fence(Release);
        EAST.store(1, Relaxed);
        NORTH.store(1, Relaxed);
        SEQ.store(2, Release);
    });
    let before = SEQ.load(Acquire);
    let (east, north) = (EAST.load(Relaxed), NORTH.load(Relaxed));
    if before % 2 == 0 && SEQ.load(Relaxed) == before {
        println!("{east} {north}");
    } else {
        println!("busy");
    }
    writer.join().unwrap();
}
