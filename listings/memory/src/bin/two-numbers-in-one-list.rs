//! A sensor stores temperature and humidity as one number, and a display takes it apart
//!
//! There is one atomic with one list of values. Whoever reads a value has both halves of it.
//@ outcome: 0 degrees, 0 percent
//@ outcome: 21 degrees, 60 percent
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static READING: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    let (degrees, percent) = (21, 60);
    READING.store(degrees << 16 | percent, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let reading = READING.load(Ordering::Relaxed);
        let (degrees, percent) = (reading >> 16, reading & 0xffff);
        println!("{degrees} degrees, {percent} percent");
    });
}
