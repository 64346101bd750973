//! Two threads wait at one condvar, each with a mutex of its own
//@ refused at 13: used with two mutexes

use std::sync::{Condvar, Mutex};
use std::thread;

static ONE: Mutex<bool> = Mutex::new(false);
static OTHER: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn waits(for_it: &Mutex<bool>) {
    let guard = for_it.lock().unwrap();
    drop(CHANGED.wait_while(guard, |is_there| !*is_there));
}

fn main() {
    let one = thread::spawn(|| waits(&ONE));
    let other = thread::spawn(|| waits(&OTHER));
    *ONE.lock().unwrap() = true;
    *OTHER.lock().unwrap() = true;
    CHANGED.notify_all();
    one.join().unwrap();
    other.join().unwrap();
}
