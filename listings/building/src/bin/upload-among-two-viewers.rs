//! Two viewers read again and again until a writer has been inside
//@ may-hang
//@ schedules: usual

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const WRITER: u32 = 100;
static ALBUM: AtomicU32 = AtomicU32::new(0);

// ANCHOR: read
fn enter_to_read() {
    loop {
        let seen = ALBUM.load(SeqCst);
        if seen == WRITER {
            sleep_if(WRITER);
        } else if ALBUM
            .compare_exchange(seen, seen + 1, SeqCst, SeqCst)
            .is_ok()
        {
            return;
        }
    }
}
// ANCHOR_END: read
// ANCHOR: rest
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
// ANCHOR_END: rest

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

// ANCHOR: main
static IS_DONE: AtomicU32 = AtomicU32::new(0);

fn show_until_done() {
    while IS_DONE.load(SeqCst) == 0 {
        enter_to_read();
        leave_after_reading();
    }
}

fn main() {
    let viewers = [
        thread::spawn(show_until_done),
        thread::spawn(show_until_done),
    ];
    enter_to_write();
    IS_DONE.store(1, SeqCst);
    leave_after_writing();
    for viewer in viewers {
        viewer.join().unwrap();
    }
    println!("the upload is in the album");
}
// ANCHOR_END: main
