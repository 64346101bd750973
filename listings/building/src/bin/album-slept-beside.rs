//! Who finds the album taken goes to sleep, and who is done wakes one
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static TAKEN: AtomicU32 = AtomicU32::new(0);
static PHOTOS: AtomicU32 = AtomicU32::new(0);
static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep() {
    drop(CALL.wait(BED.lock().unwrap()));
}

fn wake_one() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

// ANCHOR: lock
fn lock() {
    while TAKEN.swap(1, SeqCst) == 1 {
        sleep();
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
