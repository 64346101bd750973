//! A sensor is stopped, and told why
//!
//! The sensor stops when it sees `true`, sooner or later. But the flag speaks of itself alone, and the sensor may still read the old `100` in `BATTERY`.
//@ outcome: stopped with the battery at 4 percent
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static BATTERY: AtomicU32 = AtomicU32::new(100);
static STOP: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    while !STOP.load(Ordering::Relaxed) {
        // A reading is taken here.
        hint::spin_loop();
    }
    let battery = BATTERY.load(Ordering::Relaxed);
    println!("stopped with the battery at {battery} percent");
}
// ANCHOR_END: sensor

fn main() {
    let sensor = thread::spawn(sensor);

    // ANCHOR: stop
    BATTERY.store(4, Ordering::Relaxed);
    STOP.store(true, Ordering::Relaxed);
    // ANCHOR_END: stop
    sensor.join().unwrap();
}
// ANCHOR_END: both
