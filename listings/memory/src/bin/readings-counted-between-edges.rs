//! Two sensors count their readings, and `main` prints the count behind the scope
//!
//! No addition is lost, as each is one step. That `main` reads the last value comes from the end of the scope.
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static READINGS: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    for _ in 0..2 {
        READINGS.fetch_add(1, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        scope.spawn(sensor);
    });
    println!("{} readings", READINGS.load(Ordering::Relaxed));
}
