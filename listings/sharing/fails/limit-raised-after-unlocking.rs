//! What's been unlocked can't be used any more
//!
//! If this compiled, the second change would be made by a thread that's given the lock back. There's nobody else here
//! to take it. In a program with a second thread, that one may hold it by then, and be in the middle of reading the
//! limit that's written here.
//@ fixed-by: sharing/limit-raised-before-unlocking

use std::sync::Mutex;

fn main() {
    let limit = Mutex::new(200);

    let mut per_minute = limit.lock().unwrap();
    *per_minute += 10;
    drop(per_minute);
    *per_minute += 5; //~ E0382: borrow of moved value: `per_minute`

    println!("{} a minute", limit.lock().unwrap());
}
