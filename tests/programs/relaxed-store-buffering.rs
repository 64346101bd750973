//! Store buffering with `Relaxed`: on a real machine neither thread may see what the other stored
// The memory model permits `00`, `01`, `10` and `11`; no order of the four steps comes to `00`.
//@ returns: 01
//@ returns: 10
//@ returns: 11
//@ returns, only if memory is weak: 00

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn main() {
    let a = thread::spawn(|| {
        X.store(1, Relaxed);
        Y.load(Relaxed)
    });
    let b = thread::spawn(|| {
        Y.store(1, Relaxed);
        X.load(Relaxed)
    });
    println!("{}{}", a.join().unwrap(), b.join().unwrap());
}
