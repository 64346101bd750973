//! A gate is a number, and the system keeps the list of those who sleep
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static IS_OPEN: AtomicU32 = AtomicU32::new(0);
static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if IS_OPEN.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

// ANCHOR: gate
fn pass() {
    while IS_OPEN.load(SeqCst) == 0 {
        sleep_if(0);
    }
}

fn open() {
    IS_OPEN.store(1, SeqCst);
    wake_all();
}
// ANCHOR_END: gate

fn main() {
    let early = thread::spawn(pass);
    let late = thread::spawn(pass);

    open();
    early.join().unwrap();
    late.join().unwrap();
    println!("both are inside");
}
