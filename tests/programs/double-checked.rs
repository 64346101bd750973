//! Double-checked initialisation: the first look is an `Acquire` load, the second is behind the lock
//@ returns: 5 5

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Settings(UnsafeCell<u32>);
unsafe impl Sync for Settings {}

static SETTINGS: Settings = Settings(UnsafeCell::new(0));
static READY: AtomicBool = AtomicBool::new(false);
static LOADING: Mutex<()> = Mutex::new(());

fn settings() -> u32 {
    if !READY.load(Ordering::Acquire) {
        let _loading = LOADING.lock().unwrap();
        if !READY.load(Ordering::Relaxed) {
            unsafe { *SETTINGS.0.get() += 5 };
            READY.store(true, Ordering::Release);
        }
    }
    unsafe { *SETTINGS.0.get() }
}

fn main() {
    let other = thread::spawn(settings);
    let mine = settings();
    println!("{mine} {}", other.join().unwrap());
}
