//! Who tries to take the album writes that it is taken
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const FREE: u32 = 0;
const TAKEN: u32 = 1;
const SLEPT_ON: u32 = 2;

static ALBUM: AtomicU32 = AtomicU32::new(FREE);

// ANCHOR: try
fn try_lock() -> bool {
    ALBUM.swap(TAKEN, SeqCst) == FREE
}
// ANCHOR_END: try

fn lock() {
    if ALBUM.compare_exchange(FREE, TAKEN, SeqCst, SeqCst).is_err() {
        while ALBUM.swap(SLEPT_ON, SeqCst) != FREE {
            sleep_if(SLEPT_ON);
        }
    }
}

fn unlock() {
    if ALBUM.swap(FREE, SeqCst) == SLEPT_ON {
        wake_one();
    }
}

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if ALBUM.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_one() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

fn main() {
    lock();
    let worker = thread::spawn(|| {
        lock();
        unlock();
    });
    let is_free = try_lock();
    unlock();
    worker.join().unwrap();
    println!("the album was free: {is_free}, and all have had it");
}
