//! The flag is set by a thread that has the lock
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static FINISHED: AtomicBool = AtomicBool::new(false);
static DESK: Mutex<()> = Mutex::new(());
static WRITTEN: Condvar = Condvar::new();

fn main() {
    // ANCHOR: writer
    let writer = thread::spawn(|| {
        let desk = DESK.lock().unwrap();
        FINISHED.store(true, SeqCst);
        drop(desk);
        WRITTEN.notify_one();
    });
    // ANCHOR_END: writer

    let mut desk = DESK.lock().unwrap();
    while !FINISHED.load(SeqCst) {
        desk = WRITTEN.wait(desk).unwrap();
    }
    println!("mail: sent");
    drop(desk);
    writer.join().unwrap();
}
