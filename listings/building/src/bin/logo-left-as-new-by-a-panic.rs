//! The first who loads the logo panics, and a destructor says so
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

const NEW: u32 = 0;
const BUSY: u32 = 1;
const DONE: u32 = 2;

static LOGO: AtomicU32 = AtomicU32::new(NEW);

fn call_once(load: impl FnOnce()) {
    loop {
        match LOGO.compare_exchange(NEW, BUSY, SeqCst, SeqCst) {
            Ok(_) => break,
            Err(DONE) => return,
            Err(busy) => sleep_if(busy),
        }
    }
    // ANCHOR: once
    let mut attempt = Attempt { ends_as: NEW };
    load();
    attempt.ends_as = DONE;
}

struct Attempt {
    ends_as: u32,
}

impl Drop for Attempt {
    fn drop(&mut self) {
        LOGO.store(self.ends_as, SeqCst);
        wake_all();
    }
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

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

static TRIES: AtomicU32 = AtomicU32::new(0);

fn preview() {
    call_once(|| assert!(TRIES.fetch_add(1, SeqCst) > 0, "the disk is asleep")); //~ panic: the disk is asleep
}

fn main() {
    let previews = [thread::spawn(preview), thread::spawn(preview)];
    let made = previews.map(|preview| preview.join().is_ok());
    println!(
        "previews made: {}",
        made.iter().filter(|&&made| made).count()
    );
}
