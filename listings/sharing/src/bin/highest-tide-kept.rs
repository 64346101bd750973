//! Two gauges report to one high-water mark

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static HIGHEST: AtomicU32 = AtomicU32::new(0);

fn report(levels: [u32; 3]) {
    for level in levels {
        HIGHEST.fetch_max(level, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| report([310, 345, 298]));
        scope.spawn(|| report([322, 351, 340]));
    });
    println!("highest tide: {} cm", HIGHEST.load(Ordering::Relaxed));
}
