//! A worker waits for an upload, and is woken when it's here
//!
//! The flag is set and the bell rung without the lock. Both may come after the worker has looked, and before it sleeps.
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

static IS_UP: AtomicBool = AtomicBool::new(false);
static BED: Mutex<()> = Mutex::new(());
static BELL: Condvar = Condvar::new();

fn wait_for_upload() {
    let mut bed = BED.lock().unwrap();
    while !IS_UP.load(Ordering::Acquire) {
        bed = BELL.wait(bed).unwrap();
    }
}

fn main() {
    let worker = thread::spawn(wait_for_upload);
    IS_UP.store(true, Ordering::Release);
    BELL.notify_one();
    worker.join().unwrap();
    println!("worker: the upload is here");
}
