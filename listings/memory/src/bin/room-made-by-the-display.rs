//! A display sets its range before it takes the first reading out of a channel with room for one
//!
//! The second `send` returns only when the first reading has been taken out. But what the receiver has done isn't handed to the sender by that: a message carries from `send` to `recv`, and nothing is promised in the other direction.
//@ outcome: range: 10 to 40
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;

static LOWEST: AtomicU32 = AtomicU32::new(0);
static HIGHEST: AtomicU32 = AtomicU32::new(0);

fn main() {
    let (readings, display) = mpsc::sync_channel(1);
    thread::scope(|scope| {
        scope.spawn(move || {
            LOWEST.store(10, Ordering::Relaxed);
            HIGHEST.store(40, Ordering::Relaxed);
            for _reading in display {}
        });

        readings.send(20).unwrap();
        readings.send(21).unwrap();
        let lowest = LOWEST.load(Ordering::Relaxed);
        let highest = HIGHEST.load(Ordering::Relaxed);
        println!("range: {lowest} to {highest}");
        drop(readings);
    });
}
