//! Who has slept takes the album with the mark
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const FREE: u32 = 0;
const TAKEN: u32 = 1;
const SLEPT_ON: u32 = 2;

static ALBUM: AtomicU32 = AtomicU32::new(FREE);

// ANCHOR: lock
fn lock() {
    if ALBUM.compare_exchange(FREE, TAKEN, SeqCst, SeqCst).is_err() {
        while ALBUM.swap(SLEPT_ON, SeqCst) != FREE {
            sleep_if(SLEPT_ON);
        }
    }
}
// ANCHOR_END: lock

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
