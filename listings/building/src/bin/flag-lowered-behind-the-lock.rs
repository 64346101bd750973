//! A signal is a flag, and who waits lowers it when the lock is free
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

// ANCHOR: condvar
static SIGNAL: AtomicU32 = AtomicU32::new(0);

fn wait<'a, T>(lock: &'a Mutex<T>, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    drop(guard);
    SIGNAL.store(0, SeqCst);
    sleep_if(0);
    lock.lock().unwrap()
}

fn notify_all() {
    SIGNAL.store(1, SeqCst);
    wake_all();
}
// ANCHOR_END: condvar

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if SIGNAL.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

static PHOTO: Mutex<Option<&str>> = Mutex::new(None);

fn main() {
    let preview = thread::spawn(|| {
        let mut photo = PHOTO.lock().unwrap();
        while photo.is_none() {
            photo = wait(&PHOTO, photo);
        }
        println!("preview of {}", photo.unwrap());
    });

    *PHOTO.lock().unwrap() = Some("beach.jpg");
    notify_all();
    preview.join().unwrap();
}
