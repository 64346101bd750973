//! A ring of one place between a producer and a consumer, who both spin
//@ returns: [1, 2, 3]

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use std::thread;

static HEAD: AtomicUsize = AtomicUsize::new(0);
static TAIL: AtomicUsize = AtomicUsize::new(0);
static RING: [AtomicU32; 1] = [const { AtomicU32::new(0) }; 1];

fn main() {
    let producer = thread::spawn(|| {
        for value in 1..=3 {
            let tail = TAIL.load(SeqCst);
            while tail - HEAD.load(SeqCst) == RING.len() {
                thread::yield_now();
            }
            RING[tail % RING.len()].store(value, SeqCst);
            TAIL.store(tail + 1, SeqCst);
        }
    });
    let mut got = Vec::new();
    for _ in 0..3 {
        let head = HEAD.load(SeqCst);
        while TAIL.load(SeqCst) == head {
            thread::yield_now();
        }
        got.push(RING[head % RING.len()].load(SeqCst));
        HEAD.store(head + 1, SeqCst);
    }
    producer.join().unwrap();
    println!("{got:?}");
}
