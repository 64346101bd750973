//! A token is a number, and the call that wakes is made without the lock
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static TOKEN: AtomicU32 = AtomicU32::new(0);
static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if TOKEN.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

// ANCHOR: wake
fn wake() {
    CALL.notify_one();
}
// ANCHOR_END: wake

fn main() {
    let worker = thread::spawn(|| {
        while TOKEN.compare_exchange(1, 0, SeqCst, SeqCst).is_err() {
            sleep_if(0);
        }
        println!("the worker starts");
    });

    TOKEN.store(1, SeqCst);
    wake();
    worker.join().unwrap();
}
