//! The same sensor, with two lines for a log
//@ schedules
//@ outcome: no temperature yet
//@ outcome: 21 degrees

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static IS_THERE: AtomicBool = AtomicBool::new(false);
// ANCHOR: log
static LOG: Mutex<Vec<&str>> = Mutex::new(vec![]);

fn log(line: &'static str) {
    LOG.lock().unwrap().push(line);
}
// ANCHOR_END: log

fn main() {
    // ANCHOR: main
    let sensor = thread::spawn(|| {
        DEGREES.store(21, Relaxed);
        log("sensor: stored");
        IS_THERE.store(true, Relaxed);
    });

    if IS_THERE.load(Relaxed) {
        log("main: the flag is set");
        println!("{} degrees", DEGREES.load(Relaxed));
    } else {
        println!("no temperature yet");
    }
    // ANCHOR_END: main
    sensor.join().unwrap();
}
