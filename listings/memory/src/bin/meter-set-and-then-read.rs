//! A meter is set to one and then read, while it counts by itself
//!
//! A thread that has stored a value never afterwards reads one that counts before it. So if the 2 is read, it has replaced the 1.
//@ outcome: read: 1, in the end: 1
//@ outcome: read: 1, in the end: 2
//@ outcome: read: 2, in the end: 2
//@ schedules
//@ shape: CoWR `Relaxed`: read: 2, in the end: 1

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static KILOWATT_HOURS: AtomicU32 = AtomicU32::new(0);

fn meter() {
    KILOWATT_HOURS.store(2, Ordering::Relaxed);
}

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(meter);
        KILOWATT_HOURS.store(1, Ordering::Relaxed);
        thread::yield_now();
        KILOWATT_HOURS.load(Ordering::Relaxed)
    });

    println!(
        "read: {read}, in the end: {}",
        KILOWATT_HOURS.load(Ordering::Relaxed)
    );
}
