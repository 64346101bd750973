//! A sensor and a display, each with a lock of its own
//!
//! The sensor unlocks `SENSOR`, and `main` locks `DISPLAY`. Neither lock is handed from one to the other, so they order nothing.
//@ outcome: 21 degrees
//@ outcome: nothing new
//@ schedules
//@ happens-before

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static NOTICE: AtomicBool = AtomicBool::new(false);
static SENSOR: Mutex<()> = Mutex::new(());
static DISPLAY: Mutex<()> = Mutex::new(());

fn sensor() {
    let _guard = SENSOR.lock().unwrap();
    DEGREES.store(21, Ordering::Relaxed);
    NOTICE.store(true, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let _guard = DISPLAY.lock().unwrap();
        if NOTICE.load(Ordering::Relaxed) {
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("nothing new");
        }
    });
}
