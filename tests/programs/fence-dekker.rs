//! Store buffering: with a `SeqCst` fence in each thread, one of the two sees what the other stored
// The fences make the memory model add nothing: `00` is forbidden there too.
//@ returns: 01
//@ returns: 10
//@ returns: 11

use std::sync::atomic::{AtomicU32, Ordering::{Relaxed, SeqCst}, fence};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn main() {
    let a = thread::spawn(|| {
        X.store(1, Relaxed);
        fence(SeqCst);
        Y.load(Relaxed)
    });
    let b = thread::spawn(|| {
        Y.store(1, Relaxed);
        fence(SeqCst);
        X.load(Relaxed)
    });
    println!("{}{}", a.join().unwrap(), b.join().unwrap());
}
