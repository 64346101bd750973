//! The flag is set by a thread that has the lock
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);
static LOCK: Mutex<()> = Mutex::new(());
static CHANGED: Condvar = Condvar::new();

fn main() {
    // ANCHOR: indexer
    let indexer = thread::spawn(|| {
        let guard = LOCK.lock().unwrap();
        READY.store(true, SeqCst);
        drop(guard);
        CHANGED.notify_one();
    });
    // ANCHOR_END: indexer

    let mut guard = LOCK.lock().unwrap();
    while !READY.load(SeqCst) {
        guard = CHANGED.wait(guard).unwrap();
    }
    println!("search is open");
    drop(guard);
    indexer.join().unwrap();
}
