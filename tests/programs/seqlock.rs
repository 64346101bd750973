//! A reader of a seqlock never sees half of a write
//@ returns: 0 0
//@ returns: 1 1

use std::hint::spin_loop;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static SEQ: AtomicU32 = AtomicU32::new(0);
static A: AtomicU32 = AtomicU32::new(0);
static B: AtomicU32 = AtomicU32::new(0);

fn main() {
    let writer = thread::spawn(|| {
        SEQ.fetch_add(1, SeqCst);
        A.store(1, SeqCst);
        B.store(1, SeqCst);
        SEQ.fetch_add(1, SeqCst);
    });
    let (a, b) = loop {
        let before = SEQ.load(SeqCst);
        if before % 2 == 0 {
            let pair = (A.load(SeqCst), B.load(SeqCst));
            if SEQ.load(SeqCst) == before {
                break pair;
            }
        }
        spin_loop();
    };
    println!("{a} {b}");
    writer.join().unwrap();
}
