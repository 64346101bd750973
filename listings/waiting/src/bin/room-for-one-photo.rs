//! Two workers, and room for one photo
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static SLOT: Mutex<Option<&str>> = Mutex::new(None);
static CHANGED: Condvar = Condvar::new();

fn put(photo: &'static str) {
    let slot = SLOT.lock().unwrap();
    let mut slot = CHANGED.wait_while(slot, |slot| slot.is_some()).unwrap();
    *slot = Some(photo);
    CHANGED.notify_one();
}

fn take() -> &'static str {
    let slot = SLOT.lock().unwrap();
    let mut slot = CHANGED.wait_while(slot, |slot| slot.is_none()).unwrap();
    let photo = slot.take().unwrap();
    CHANGED.notify_one();
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
