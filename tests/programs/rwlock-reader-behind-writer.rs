//! A reader holds the lock until a second reader has read, and a writer may wait in between
//@ returns: ok
//@ hangs, only if a reader waits behind a writer:

use std::sync::{RwLock, mpsc};
use std::thread;

static LOCK: RwLock<u32> = RwLock::new(0);

fn main() {
    let (sender, receiver) = mpsc::channel();
    let writer = thread::spawn(|| *LOCK.write().unwrap() += 1);
    let reader = thread::spawn(move || {
        let value = LOCK.read().unwrap();
        sender.send(*value).unwrap();
    });
    let held = LOCK.read().unwrap();
    receiver.recv().unwrap();
    drop(held);
    writer.join().unwrap();
    reader.join().unwrap();
    println!("ok");
}
