//! A sensor and a display, each of which keeps the lock until it has printed
//!
//! Store and print are under one guard, and so are load and print. Whichever thread is second has read or stored later, and prints later too.
//@ outcome: display: 0 degrees | sensor: 21 stored
//@ outcome: sensor: 21 stored | display: 21 degrees
//@ schedules

use std::sync::Mutex;
use std::thread;

static DEGREES: Mutex<u32> = Mutex::new(0);

// ANCHOR: sensor
fn sensor() {
    let mut degrees = DEGREES.lock().unwrap();
    *degrees = 21;
    thread::yield_now();
    println!("sensor: 21 stored");
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let degrees = DEGREES.lock().unwrap();
        thread::yield_now();
        println!("display: {degrees} degrees");
    });
}
