//! Who finds the album taken sleeps if it is taken still
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static TAKEN: AtomicU32 = AtomicU32::new(0);
static PHOTOS: AtomicU32 = AtomicU32::new(0);
static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

// ANCHOR: lock
fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if TAKEN.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_one() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

fn lock() {
    while TAKEN.swap(1, SeqCst) == 1 {
        sleep_if(1);
    }
}

fn unlock() {
    TAKEN.store(0, SeqCst);
    wake_one();
}
// ANCHOR_END: lock

fn upload() {
    lock();
    let photos = PHOTOS.load(SeqCst);
    thread::sleep(Duration::from_millis(1));
    PHOTOS.store(photos + 1, SeqCst);
    unlock();
}

fn main() {
    let other = thread::spawn(upload);
    upload();
    upload();
    other.join().unwrap();
    println!("photos in the album: {}", PHOTOS.load(SeqCst));
}
