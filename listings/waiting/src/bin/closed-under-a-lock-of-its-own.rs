//! Photos under one lock, and the end under another
//@ may-hang
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

    *CLOSED.lock().unwrap() = true;
    CHANGED.notify_all();
    worker.join().unwrap();
}
