//! Two wait, one signal is given, and who has woken is counted
//@ outcome: awake after one signal: 0
//@ outcome: awake after one signal: 1
//@ outcome: awake after one signal: 2
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

static SIGNALS: AtomicU32 = AtomicU32::new(0);

fn wait<'a, T>(lock: &'a Mutex<T>, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    let seen = SIGNALS.load(SeqCst);
    drop(guard);
    thread::sleep(Duration::from_micros(50));
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
struct Waiters {
    wait: bool,
    have_woken: u32,
}

static WAITERS: Mutex<Waiters> = Mutex::new(Waiters {
    wait: true,
    have_woken: 0,
});

fn preview() {
    let waiters = WAITERS.lock().unwrap();
    if waiters.wait {
        wait(&WAITERS, waiters).have_woken += 1;
    }
}

fn main() {
    let previews = [thread::spawn(preview), thread::spawn(preview)];
    thread::sleep(Duration::from_micros(100));
    notify_one();
    thread::sleep(Duration::from_micros(100));

    let mut waiters = WAITERS.lock().unwrap();
    println!("awake after one signal: {}", waiters.have_woken);
    waiters.wait = false;
    drop(waiters);
    notify_one();
    notify_one();
    for preview in previews {
        preview.join().unwrap();
    }
}
// ANCHOR_END: two
