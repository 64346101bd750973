//! Room for one photo, and a condition variable for each condition
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: conditions
static SLOT: Mutex<Option<&str>> = Mutex::new(None);
static FILLED: Condvar = Condvar::new();
static EMPTIED: Condvar = Condvar::new();

fn put(photo: &'static str) {
    let slot = SLOT.lock().unwrap();
    let mut slot = EMPTIED.wait_while(slot, |slot| slot.is_some()).unwrap();
    *slot = Some(photo);
    FILLED.notify_one();
}

fn take() -> &'static str {
    let slot = SLOT.lock().unwrap();
    let mut slot = FILLED.wait_while(slot, |slot| slot.is_none()).unwrap();
    let photo = slot.take().unwrap();
    EMPTIED.notify_one();
    photo
}
// ANCHOR_END: conditions

fn main() {
    thread::scope(|scope| {
        scope.spawn(take);
        scope.spawn(take);
        put("cat.jpg");
        put("dog.jpg");
    });
    println!("both photos are small now");
}
