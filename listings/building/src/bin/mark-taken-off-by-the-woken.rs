//! Who finds the album taken marks it, sleeps, and takes it like anybody else
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: lock
const FREE: u32 = 0;
const TAKEN: u32 = 1;
const SLEPT_ON: u32 = 2;

static ALBUM: AtomicU32 = AtomicU32::new(FREE);

fn lock() {
    while ALBUM.compare_exchange(FREE, TAKEN, SeqCst, SeqCst).is_err() {
        if ALBUM.swap(SLEPT_ON, SeqCst) == FREE {
            return;
        }
        sleep_if(SLEPT_ON);
    }
}

fn unlock() {
    if ALBUM.swap(FREE, SeqCst) == SLEPT_ON {
        wake_one();
    }
}
// ANCHOR_END: lock

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
    let workers = ["Ann", "Ben"].map(|name| {
        thread::spawn(move || {
            lock();
            unlock();
            name
        })
    });
    unlock();
    let names = workers.map(|worker| worker.join().unwrap());
    println!("added a photo: {names:?}");
}
