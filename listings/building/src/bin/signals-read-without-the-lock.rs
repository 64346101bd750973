//! The number of signals is read when the lock has been let go
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

static SIGNALS: AtomicU32 = AtomicU32::new(0);

// ANCHOR: wait
fn wait<'a, T>(lock: &'a Mutex<T>, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    drop(guard);
    let seen = SIGNALS.load(SeqCst);
    sleep_if(seen);
    lock.lock().unwrap()
}
// ANCHOR_END: wait

fn notify_all() {
    SIGNALS.fetch_add(1, SeqCst);
    wake_all();
}

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if SIGNALS.load(SeqCst) == seen {
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
