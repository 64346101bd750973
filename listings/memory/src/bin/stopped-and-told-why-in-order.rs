//! A sensor is stopped by a `Release`, and told why
//!
//! The last look at `STOP` reads the `true` that was released, and acquires it. So the storing of the `4` happens before the load of `BATTERY`.
//@ schedules

use std::hint;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static BATTERY: AtomicU32 = AtomicU32::new(100);
static STOP: AtomicBool = AtomicBool::new(false);

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    while !STOP.load(Ordering::Acquire) {
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
    STOP.store(true, Ordering::Release);
    // ANCHOR_END: stop
    sensor.join().unwrap();
}
// ANCHOR_END: both
