//! A search waits until the index has been built
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

fn main() {
    let is_built = Arc::new(AtomicBool::new(false));
    let bed = Arc::new((Mutex::new(()), Condvar::new()));

    let (flag, call) = (Arc::clone(&is_built), Arc::clone(&bed));
    // ANCHOR: indexer
    let indexer = thread::spawn(move || {
        flag.store(true, Ordering::SeqCst);
        call.1.notify_one();
    });
    // ANCHOR_END: indexer

    let mut guard = bed.0.lock().unwrap();
    while !is_built.load(Ordering::SeqCst) {
        guard = bed.1.wait(guard).unwrap();
    }
    drop(guard);
    println!("searching");
    indexer.join().unwrap();
}
