//! Who has loaded the logo wakes one of those who wait
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const NEW: u32 = 0;
const BUSY: u32 = 1;
const DONE: u32 = 2;

static LOGO: AtomicU32 = AtomicU32::new(NEW);

// ANCHOR: once
fn call_once(load: impl FnOnce()) {
    loop {
        match LOGO.compare_exchange(NEW, BUSY, SeqCst, SeqCst) {
            Ok(_) => break,
            Err(DONE) => return,
            Err(busy) => sleep_if(busy),
        }
    }
    load();
    LOGO.store(DONE, SeqCst);
    wake_one();
}
// ANCHOR_END: once

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if LOGO.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_one() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

// ANCHOR: main
fn main() {
    let previews = ["beach", "tower"].map(|photo| {
        thread::spawn(move || {
            call_once(|| ());
            photo
        })
    });
    call_once(|| ());
    let made = previews.map(|preview| preview.join().unwrap());
    println!("previews made: {made:?}");
}
// ANCHOR_END: main
