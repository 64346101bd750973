//! A sensor stores temperature and humidity, and a display shows both
//!
//! The display loads in the opposite order: humidity first. In each order of the steps, whoever finds the new humidity finds the new temperature too. With `Relaxed` they need not.
//@ outcome: 0 degrees, 0 percent
//@ outcome: 21 degrees, 0 percent
//@ outcome: 21 degrees, 60 percent
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static PERCENT: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    PERCENT.store(60, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let percent = PERCENT.load(Ordering::Relaxed);
        thread::yield_now();
        let degrees = DEGREES.load(Ordering::Relaxed);
        println!("{degrees} degrees, {percent} percent");
    });
}
