//! An `if` in place of a `while`: only a `wait` that returns without a reason shows it
//@ returns: ready
//@ returns, only if `wait` returns without a reason: empty

use std::sync::{Condvar, Mutex};
use std::thread;

static READY: Mutex<bool> = Mutex::new(false);
static C: Condvar = Condvar::new();

fn main() {
    let setter = thread::spawn(|| {
        *READY.lock().unwrap() = true;
        C.notify_one();
    });
    let mut ready = READY.lock().unwrap();
    if !*ready {
        ready = C.wait(ready).unwrap();
    }
    println!("{}", if *ready { "ready" } else { "empty" });
    drop(ready);
    setter.join().unwrap();
}
