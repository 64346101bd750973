//! An atomic flag says that the report is finished
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static FINISHED: AtomicBool = AtomicBool::new(false);
static DESK: Mutex<()> = Mutex::new(());
static WRITTEN: Condvar = Condvar::new();

fn main() {
    let writer = thread::spawn(|| {
        FINISHED.store(true, SeqCst);
        WRITTEN.notify_one();
    });

    let mut desk = DESK.lock().unwrap();
    while !FINISHED.load(SeqCst) {
        desk = WRITTEN.wait(desk).unwrap();
    }
    println!("mail: sent");
    drop(desk);
    writer.join().unwrap();
}
