//! A meter is read and then set to one, while it counts by itself
//!
//! What a thread stores counts after what it has read from the same variable. So if the 2 has been read, the 1 replaces it.
//@ outcome: read: 0, in the end: 1
//@ outcome: read: 0, in the end: 2
//@ outcome: read: 2, in the end: 1
//@ schedules
//@ shape: CoRW `Relaxed`: read: 2, in the end: 2

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static KILOWATT_HOURS: AtomicU32 = AtomicU32::new(0);

fn meter() {
    KILOWATT_HOURS.store(2, Ordering::Relaxed);
}

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(meter);
        let read = KILOWATT_HOURS.load(Ordering::Relaxed);
        thread::yield_now();
        KILOWATT_HOURS.store(1, Ordering::Relaxed);
        read
    });

    println!(
        "read: {read}, in the end: {}",
        KILOWATT_HOURS.load(Ordering::Relaxed)
    );
}
