//! An atomic flag says that the index is ready
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);
static LOCK: Mutex<()> = Mutex::new(());
static CHANGED: Condvar = Condvar::new();

fn main() {
    let indexer = thread::spawn(|| {
        READY.store(true, SeqCst);
        CHANGED.notify_one();
    });

    let mut guard = LOCK.lock().unwrap();
    while !READY.load(SeqCst) {
        guard = CHANGED.wait(guard).unwrap();
    }
    println!("search is open");
    drop(guard);
    indexer.join().unwrap();
}
