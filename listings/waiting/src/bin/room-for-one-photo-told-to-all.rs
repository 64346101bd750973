//! Room for one photo, and everybody is woken
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SLOT: Mutex<Option<&str>> = Mutex::new(None);
static CHANGED: Condvar = Condvar::new();

// ANCHOR: put
fn put(photo: &'static str) {
    let slot = SLOT.lock().unwrap();
    let mut slot = CHANGED.wait_while(slot, |slot| slot.is_some()).unwrap();
    *slot = Some(photo);
    CHANGED.notify_all();
}
// ANCHOR_END: put

fn take() -> &'static str {
    let slot = SLOT.lock().unwrap();
    let mut slot = CHANGED.wait_while(slot, |slot| slot.is_none()).unwrap();
    let photo = slot.take().unwrap();
    CHANGED.notify_all();
    photo
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(take);
        scope.spawn(take);
        put("cat.jpg");
        put("dog.jpg");
    });
    println!("both photos are small now");
}
