//! Ping-pong in four rounds, by spinning with `yield_now`
//@ returns: 4 4

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static A: AtomicU32 = AtomicU32::new(0);
static B: AtomicU32 = AtomicU32::new(0);

fn main() {
    let other = thread::spawn(|| {
        for i in 1..=4 {
            while A.load(SeqCst) < i {
                thread::yield_now();
            }
            B.store(i, SeqCst);
        }
    });
    for i in 1..=4 {
        A.store(i, SeqCst);
        while B.load(SeqCst) < i {
            thread::yield_now();
        }
    }
    other.join().unwrap();
    println!("{} {}", A.load(SeqCst), B.load(SeqCst));
}
