//! Each of two rooms has a mutex and a condvar of its own, and who comes first makes the room
//@ returns: both

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

type Room = Arc<(Mutex<bool>, Condvar)>;

fn visit() {
    let room: Room = Arc::new((Mutex::new(false), Condvar::new()));
    let guest = Arc::clone(&room);
    let guest = thread::spawn(move || {
        let (is_open, opened) = &*guest;
        drop(opened.wait_while(is_open.lock().unwrap(), |is_open| !*is_open));
    });
    let (is_open, opened) = &*room;
    *is_open.lock().unwrap() = true;
    opened.notify_one();
    guest.join().unwrap();
}

fn main() {
    let other = thread::spawn(visit);
    visit();
    other.join().unwrap();
    println!("both");
}
