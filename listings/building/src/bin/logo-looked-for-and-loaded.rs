//! A preview looks whether the logo is loaded, and loads it if not
//@ outcome: loads: 1
//@ outcome: loads: 2
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

static IS_LOADED: AtomicBool = AtomicBool::new(false);
static LOADS: AtomicU32 = AtomicU32::new(0);

fn load() {
    LOADS.fetch_add(1, SeqCst);
    thread::sleep(Duration::from_micros(50));
}

fn preview() {
    if !IS_LOADED.load(SeqCst) {
        load();
        IS_LOADED.store(true, SeqCst);
    }
}

fn main() {
    let other = thread::spawn(preview);
    preview();
    other.join().unwrap();
    println!("loads: {}", LOADS.load(SeqCst));
}
