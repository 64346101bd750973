//! One meter, read twice while it runs
//!
//! Stores and loads are `Relaxed`. Even so all threads agree on the order in which `KILOWATT_HOURS` changed, and whoever has read one value never reads an older one afterwards.
//@ schedules
//@ shape: CoRR `Relaxed`: it ran backwards: true

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static KILOWATT_HOURS: AtomicU32 = AtomicU32::new(0);

fn meter() {
    KILOWATT_HOURS.store(1, Ordering::Relaxed);
    KILOWATT_HOURS.store(2, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(meter);
        let first = KILOWATT_HOURS.load(Ordering::Relaxed);
        let second = KILOWATT_HOURS.load(Ordering::Relaxed);
        println!("it ran backwards: {}", second < first);
    });
}
