//! A sensor is given an offset, and its reading is printed when it's done
//!
//! All accesses are `Relaxed`. `main` stores the offset before it spawns the sensor, and loads the reading behind the `join`, so each load is ordered behind the store that it reads.
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static OFFSET: AtomicU32 = AtomicU32::new(0);
static DEGREES: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    let measured = 19;
    let degrees = measured + OFFSET.load(Ordering::Relaxed);
    DEGREES.store(degrees, Ordering::Relaxed);
}

fn main() {
    OFFSET.store(2, Ordering::Relaxed);
    let sensor = thread::spawn(sensor);
    sensor.join().unwrap();
    println!("{} degrees", DEGREES.load(Ordering::Relaxed));
}
