//! A display sets its range and says so before it takes the first reading
//!
//! The message goes from the display to `main`, and carries what the display has done before it.
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;

static LOWEST: AtomicU32 = AtomicU32::new(0);
static HIGHEST: AtomicU32 = AtomicU32::new(0);

fn main() {
    let (readings, display) = mpsc::sync_channel(1);
    let (ready, told) = mpsc::channel();
    thread::scope(|scope| {
        // ANCHOR: telling
        scope.spawn(move || {
            LOWEST.store(10, Ordering::Relaxed);
            HIGHEST.store(40, Ordering::Relaxed);
            ready.send(()).unwrap();
            for _reading in display {}
        });

        readings.send(20).unwrap();
        readings.send(21).unwrap();
        told.recv().unwrap();
        // ANCHOR_END: telling
        let lowest = LOWEST.load(Ordering::Relaxed);
        let highest = HIGHEST.load(Ordering::Relaxed);
        println!("range: {lowest} to {highest}");
        drop(readings);
    });
}
