//! A sensor stores and says so, and a display looks and says what it has seen
//!
//! Each thread prints behind its access, and another step may come between the two. So the order of the lines is the order of the printing, and says nothing of the store and the load.
//@ outcome: display: 0 degrees | sensor: 21 stored
//@ outcome: display: 21 degrees | sensor: 21 stored
//@ outcome: sensor: 21 stored | display: 0 degrees
//@ outcome: sensor: 21 stored | display: 21 degrees
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    DEGREES.store(21, Ordering::SeqCst);
    thread::yield_now();
    println!("sensor: 21 stored");
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let degrees = DEGREES.load(Ordering::SeqCst);
        thread::yield_now();
        println!("display: {degrees} degrees");
    });
}
