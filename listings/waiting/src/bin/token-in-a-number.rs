//! A token is a number, and whoever waits for it sleeps only if it is still 0
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

fn wake() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

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
