//! Whether a condvar is used with a mutex before it is used with another one depends on who is first
//@ refused at 15: used with two mutexes

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static IS_FIRST: AtomicBool = AtomicBool::new(false);
static ONE: Mutex<u8> = Mutex::new(0);
static OTHER: Mutex<u8> = Mutex::new(0);
static CHANGED: Condvar = Condvar::new();

fn waits(mutex: &'static Mutex<u8>) {
    drop(CHANGED.wait_timeout(mutex.lock().unwrap(), Duration::from_secs(1)));
}

fn main() {
    let first = thread::spawn(|| IS_FIRST.store(true, SeqCst));
    if IS_FIRST.load(SeqCst) {
        waits(&ONE);
    }
    first.join().unwrap();
    waits(&OTHER);
}
