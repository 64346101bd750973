//! A reader looks whether a writer is inside, and counts itself in
//@ outcome: half an upload seen: false
//@ outcome: half an upload seen: true
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

const WRITER: u32 = 100;
static ALBUM: AtomicU32 = AtomicU32::new(0);

fn leave_after_reading() {
    if ALBUM.fetch_sub(1, SeqCst) == 1 {
        wake_all();
    }
}

fn enter_to_write() {
    while let Err(seen) = ALBUM.compare_exchange(0, WRITER, SeqCst, SeqCst) {
        sleep_if(seen);
    }
}

fn leave_after_writing() {
    ALBUM.store(0, SeqCst);
    wake_all();
}

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

// ANCHOR: read
fn enter_to_read() {
    while ALBUM.load(SeqCst) == WRITER {
        sleep_if(WRITER);
    }
    thread::sleep(Duration::from_micros(50));
    ALBUM.fetch_add(1, SeqCst);
}

static PHOTOS: AtomicU32 = AtomicU32::new(1);
static MEGABYTES: AtomicU32 = AtomicU32::new(3);

fn main() {
    let upload = thread::spawn(|| {
        enter_to_write();
        PHOTOS.store(2, SeqCst);
        thread::sleep(Duration::from_micros(100));
        MEGABYTES.store(6, SeqCst);
        leave_after_writing();
    });

    enter_to_read();
    let is_half = MEGABYTES.load(SeqCst) != 3 * PHOTOS.load(SeqCst);
    leave_after_reading();
    println!("half an upload seen: {is_half}");
    upload.join().unwrap();
}
// ANCHOR_END: read
