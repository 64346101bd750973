//! Both changes are made while the lock is held

use std::sync::Mutex;

fn main() {
    let limit = Mutex::new(200);

    // ANCHOR: raising
    let mut per_minute = limit.lock().unwrap();
    *per_minute += 10;
    *per_minute += 5;
    drop(per_minute);
    // ANCHOR_END: raising

    println!("{} a minute", limit.lock().unwrap());
}
