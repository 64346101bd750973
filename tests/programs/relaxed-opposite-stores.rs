//! Two threads store to two atomics in opposite order, and of each thread the first store is what remains
// In every order of the four steps the last one is the second store of its thread, and what it wrote, a `2`, remains.
//@ returns: 21
//@ returns: 22
//@ returns: 12
//@ returns, only if memory is weak: 11

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn main() {
    let one = thread::spawn(|| {
        X.store(1, Relaxed);
        Y.store(2, Relaxed);
    });
    let two = thread::spawn(|| {
        Y.store(1, Relaxed);
        X.store(2, Relaxed);
    });
    one.join().unwrap();
    two.join().unwrap();
    println!("{}{}", X.load(Relaxed), Y.load(Relaxed));
}
