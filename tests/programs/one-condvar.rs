//! A buffer with one `Condvar` for both sides and `notify_one`: the wrong side may be woken
//@ returns: ok
//@ hangs:

use std::sync::{Condvar, Mutex};
use std::thread;

static FULL: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn put() {
    let mut full = CHANGED.wait_while(FULL.lock().unwrap(), |full| *full).unwrap();
    *full = true;
    CHANGED.notify_one();
}

fn take() {
    let mut full = CHANGED.wait_while(FULL.lock().unwrap(), |full| !*full).unwrap();
    *full = false;
    CHANGED.notify_one();
}

fn main() {
    let producer = thread::spawn(|| {
        put();
        put();
    });
    let first = thread::spawn(take);
    let second = thread::spawn(take);
    for thread in [producer, first, second] {
        thread.join().unwrap();
    }
    println!("ok");
}
