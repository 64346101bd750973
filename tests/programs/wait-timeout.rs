//! A `wait_timeout` without a loop: whether the door is open, and whether the time was over
//@ returns: false true
//@ returns: true false
//@ returns: true true
//@ returns, only if `wait` returns without a reason: false false

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static OPEN: Mutex<bool> = Mutex::new(false);
static BELL: Condvar = Condvar::new();

fn main() {
    let other = thread::spawn(|| {
        *OPEN.lock().unwrap() = true;
        BELL.notify_one();
    });
    let guard = OPEN.lock().unwrap();
    let (guard, result) = BELL.wait_timeout(guard, Duration::from_millis(3)).unwrap();
    println!("{} {}", *guard, result.timed_out());
    drop(guard);
    other.join().unwrap();
}
