//! A seqlock with `Relaxed` data and the two fences that it needs
//@ returns: 0 0
//@ returns: 1 1
//@ returns: busy

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
    fence(Acquire);
    if before % 2 == 0 && SEQ.load(Relaxed) == before {
        println!("{east} {north}");
    } else {
        println!("busy");
    }
    writer.join().unwrap();
}
