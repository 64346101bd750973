//! A worker waits for an upload, and is woken when it's here; the flag is in the lock
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: all
static IS_UP: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

fn wait_for_upload() {
    let mut is_up = IS_UP.lock().unwrap();
    while !*is_up {
        is_up = BELL.wait(is_up).unwrap();
    }
}

fn main() {
    let worker = thread::spawn(wait_for_upload);
    *IS_UP.lock().unwrap() = true;
    BELL.notify_one();
    worker.join().unwrap();
    println!("worker: the upload is here");
}
// ANCHOR_END: all
