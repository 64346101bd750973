//! A worker waits for an upload, and is woken when it's here, by who has had the lock
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

// ANCHOR: main
fn main() {
    let worker = thread::spawn(wait_for_upload);
    let bed = BED.lock().unwrap();
    IS_UP.store(true, Ordering::Release);
    drop(bed);
    BELL.notify_one();
    worker.join().unwrap();
    println!("worker: the upload is here");
}
// ANCHOR_END: main
