//! One meter, read twice while it runs
//!
//! Stores and loads are `Relaxed`. Even so all threads agree on the order in which `KILOWATTS` changed, and whoever has read one value never reads an older one afterwards.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static KILOWATTS: AtomicU32 = AtomicU32::new(0);

fn meter() {
    KILOWATTS.store(1, Ordering::Relaxed);
    KILOWATTS.store(2, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(meter);
        let first = KILOWATTS.load(Ordering::Relaxed);
        let second = KILOWATTS.load(Ordering::Relaxed);
        println!("it ran backwards: {}", second < first);
    });
}
