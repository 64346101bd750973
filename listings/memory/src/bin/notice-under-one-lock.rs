//! A sensor and a display, with one lock for both
//!
//! If `main` comes second, it locks what the sensor has unlocked, and both stores are behind it. If it comes first, it finds no notice.
//@ outcome: 21 degrees
//@ outcome: nothing new
//@ schedules
//@ happens-before

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static NOTICE: AtomicBool = AtomicBool::new(false);
// ANCHOR: station
static STATION: Mutex<()> = Mutex::new(());

fn sensor() {
    let _guard = STATION.lock().unwrap();
    DEGREES.store(21, Ordering::Relaxed);
    NOTICE.store(true, Ordering::Relaxed);
}
// ANCHOR_END: station

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let _guard = STATION.lock().unwrap();
        if NOTICE.load(Ordering::Relaxed) {
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("nothing new");
        }
    });
}
