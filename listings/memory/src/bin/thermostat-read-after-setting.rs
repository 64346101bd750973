//! A thermostat is set at the panel and by the app, and the panel shows it
//!
//! `SET_TO` begins with 0, the panel stores 20 and the app 18. Whoever has stored a value never reads an older one afterwards, even with `Relaxed`.
//@ outcome: panel: 18 degrees
//@ outcome: panel: 20 degrees
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static SET_TO: AtomicU32 = AtomicU32::new(0);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| SET_TO.store(18, Ordering::Relaxed));
        SET_TO.store(20, Ordering::Relaxed);
        thread::yield_now();
        println!("panel: {} degrees", SET_TO.load(Ordering::Relaxed));
    });
}
