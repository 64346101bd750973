//! A condvar is used with a mutex, and when nobody waits any more with another one
//@ refused at 12: used with two mutexes

use std::sync::{Condvar, Mutex};
use std::time::Duration;

fn main() {
    let (one, other, changed) = (Mutex::new(0), Mutex::new(0), Condvar::new());
    let second = Duration::from_secs(1);
    let waited = changed.wait_timeout(one.lock().unwrap(), second);
    drop(waited);
    drop(changed.wait_timeout(other.lock().unwrap(), second));
}
