//! A sensor is read until its thread is told to stop

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STOP: AtomicBool = AtomicBool::new(false);

fn measure() -> u64 {
    let mut readings = 0;
    loop {
        readings += 1;
        if STOP.load(Ordering::Relaxed) {
            return readings;
        }
    }
}

fn main() {
    let sensor = thread::spawn(measure);
    println!("the sensor is read");

    STOP.store(true, Ordering::Relaxed);
    let readings = sensor.join().unwrap();
    println!("stopped, with a reading or more: {}", readings > 0);
}
