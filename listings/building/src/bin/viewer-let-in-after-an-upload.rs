//! A writer that leaves lets in the readers who wait
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: lock
const READER: u32 = 1;
const WRITER: u32 = 100;
const WAITING: u32 = 1000;
const NEXT: u32 = 10_000;
const ROUND: u32 = 1_000_000;

static ALBUM: AtomicU32 = AtomicU32::new(0);

// ANCHOR: read
fn enter_to_read() {
    let seen = ALBUM.fetch_add(NEXT, SeqCst);
    loop {
        let now = ALBUM.load(SeqCst);
        if now / ROUND != seen / ROUND {
            return;
        } else if now % NEXT >= WRITER {
            sleep_if(now);
        } else if ALBUM
            .compare_exchange(now, now - NEXT + READER, SeqCst, SeqCst)
            .is_ok()
        {
            return;
        }
    }
}
// ANCHOR_END: read

fn leave_after_reading() {
    let left = (ALBUM.fetch_sub(READER, SeqCst) - READER) % ROUND;
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

// ANCHOR: leave
fn leave_after_writing() {
    let turn = |n: u32| {
        let next = n % ROUND / NEXT;
        let others = n % NEXT - WRITER;
        Some((ROUND - n / ROUND * ROUND) + others + next * READER)
    };
    ALBUM.fetch_update(SeqCst, SeqCst, turn).unwrap();
    wake_all();
}
// ANCHOR_END: leave
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

// ANCHOR: main
static IS_SHOWN: AtomicU32 = AtomicU32::new(0);

fn main() {
    let uploads = thread::spawn(|| {
        while IS_SHOWN.load(SeqCst) == 0 {
            enter_to_write();
            leave_after_writing();
        }
    });
    enter_to_read();
    IS_SHOWN.store(1, SeqCst);
    leave_after_reading();
    uploads.join().unwrap();
    println!("the album has been shown");
}
// ANCHOR_END: main
