//! The end is changed with two locks in hand
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static PHOTOS: Mutex<Vec<&str>> = Mutex::new(vec![]);
static CLOSED: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn main() {
    let worker = thread::spawn(|| {
        let mut photos = PHOTOS.lock().unwrap();
        while photos.is_empty() && !*CLOSED.lock().unwrap() {
            photos = CHANGED.wait(photos).unwrap();
        }
        println!("photos to make: {}", photos.len());
    });

    // ANCHOR: main
    let photos = PHOTOS.lock().unwrap();
    *CLOSED.lock().unwrap() = true;
    drop(photos);
    CHANGED.notify_all();
    // ANCHOR_END: main
    worker.join().unwrap();
}
