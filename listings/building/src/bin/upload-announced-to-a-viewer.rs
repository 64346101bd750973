//! A writer says that it waits, and from then on no reader comes in
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: lock
const READER: u32 = 1;
const WRITER: u32 = 100;
const WAITING: u32 = 1000;

static ALBUM: AtomicU32 = AtomicU32::new(0);

fn enter_to_read() {
    loop {
        let seen = ALBUM.load(SeqCst);
        if seen >= WRITER {
            sleep_if(seen);
        } else if ALBUM
            .compare_exchange(seen, seen + READER, SeqCst, SeqCst)
            .is_ok()
        {
            return;
        }
    }
}

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

fn leave_after_writing() {
    ALBUM.fetch_sub(WRITER, SeqCst);
    wake_all();
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

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

static IS_DONE: AtomicU32 = AtomicU32::new(0);

fn show_until_done() {
    while IS_DONE.load(SeqCst) == 0 {
        enter_to_read();
        leave_after_reading();
    }
}

fn main() {
    let viewer = thread::spawn(show_until_done);
    enter_to_write();
    IS_DONE.store(1, SeqCst);
    leave_after_writing();
    viewer.join().unwrap();
    println!("the upload is in the album");
}
