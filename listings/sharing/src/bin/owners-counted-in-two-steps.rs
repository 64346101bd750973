//! Two threads raise a count the way an `Rc` would: read, then write
//@ outcome: counted: 3 owners
//@ outcome: counted: 2 owners
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static OWNERS: AtomicUsize = AtomicUsize::new(1);
static TOGETHER: Barrier = Barrier::new(2);

fn clone_like_an_rc() {
    TOGETHER.wait();
    let owners = OWNERS.load(Ordering::Relaxed);
    thread::yield_now();
    OWNERS.store(owners + 1, Ordering::Relaxed);
}

fn main() {
    let threads = [
        thread::spawn(clone_like_an_rc),
        thread::spawn(clone_like_an_rc),
    ];

    for thread in threads {
        thread.join().unwrap();
    }
    println!("counted: {} owners", OWNERS.load(Ordering::Relaxed));
}
