//! A meter counts to two, and is read when it has stopped
//!
//! Two stores of one thread to one variable count in the order in which the thread made them, whatever their orderings.
//@ schedules
//@ shape: CoWW `Relaxed`: in the end: 1

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
    });
    println!("in the end: {}", KILOWATT_HOURS.load(Ordering::Relaxed));
}
