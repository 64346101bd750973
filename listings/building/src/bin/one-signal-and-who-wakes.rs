//! Two wait, one signal is given, and who has woken is counted
//@ outcome: awake after one signal: 0
//@ outcome: awake after one signal: 1
//@ outcome: awake after one signal: 2
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

static SIGNALS: AtomicU32 = AtomicU32::new(0);

fn wait<'a, T>(lock: &'a Mutex<T>, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    let seen = SIGNALS.load(SeqCst);
    drop(guard);
    sleep_if(seen);
    lock.lock().unwrap()
}

fn notify_one() {
    SIGNALS.fetch_add(1, SeqCst);
    wake_one();
}

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if SIGNALS.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_one() {
    let _bed = BED.lock().unwrap();
    CALL.notify_one();
}

// ANCHOR: two
static AWAKE: Mutex<u32> = Mutex::new(0);

fn preview() {
    let awake = AWAKE.lock().unwrap();
    *wait(&AWAKE, awake) += 1;
}

fn main() {
    thread::spawn(preview);
    thread::spawn(preview);
    notify_one();
    println!("awake after one signal: {}", *AWAKE.lock().unwrap());
}
// ANCHOR_END: two
