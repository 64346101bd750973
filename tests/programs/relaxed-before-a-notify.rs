//! Whoever is woken was notified, and knows of nothing that was done without the lock
//@ returns: room: 4
//@ returns, only if memory is weak: room: 0
//@ hangs:

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};
use std::thread;

static ROOM: AtomicU32 = AtomicU32::new(0);
static DOOR: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

fn main() {
    let porter = thread::spawn(|| {
        ROOM.store(4, Relaxed);
        CALLED.notify_one();
    });
    drop(CALLED.wait(DOOR.lock().unwrap()).unwrap());
    println!("room: {}", ROOM.load(Relaxed));
    porter.join().unwrap();
}
