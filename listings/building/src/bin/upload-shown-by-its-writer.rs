//! A writer goes on as a reader, and shows what it has uploaded
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const READER: u32 = 1;
const WRITER: u32 = 100;
const WAITING: u32 = 1000;

static ALBUM: AtomicU32 = AtomicU32::new(0);

fn leave_after_reading() {
    let left = ALBUM.fetch_sub(READER, SeqCst) - READER;
    if left > 0 && left.is_multiple_of(WAITING) {
        wake_all();
    }
}

fn enter_to_write() {
    let mut seen = ALBUM.fetch_add(WAITING, SeqCst) + WAITING;
    loop {
        let taken = seen - WAITING + WRITER;
        if !seen.is_multiple_of(WAITING) {
            sleep_if(seen);
        } else if ALBUM.compare_exchange(seen, taken, SeqCst, SeqCst).is_ok() {
            return;
        }
        seen = ALBUM.load(SeqCst);
    }
}

// ANCHOR: stay
fn stay_to_read() {
    ALBUM.fetch_sub(WRITER - READER, SeqCst);
    wake_all();
}
// ANCHOR_END: stay

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if ALBUM.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

static NEWEST: AtomicU32 = AtomicU32::new(0);

fn upload_and_show(photo: u32) -> bool {
    enter_to_write();
    NEWEST.store(photo, SeqCst);
    stay_to_read();
    let is_own = NEWEST.load(SeqCst) == photo;
    leave_after_reading();
    is_own
}

fn main() {
    let other = thread::spawn(|| upload_and_show(7));
    let is_own = [upload_and_show(8), other.join().unwrap()];
    println!("each has shown its own photo: {is_own:?}");
}
