//! Two uploads of seven gigabytes, and a quota of ten
//@ outcome: 7 GB stored
//@ outcome: 14 GB stored
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const QUOTA: u32 = 10;
static STORED: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn receipt(gigabytes: u32) -> String {
    (0..300).map(|_| gigabytes.to_string()).collect()
}

fn upload(gigabytes: u32) {
    START.wait();
    if STORED.load(Ordering::Relaxed) + gigabytes <= QUOTA {
        receipt(gigabytes);
        STORED.fetch_add(gigabytes, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| upload(7));
        scope.spawn(|| upload(7));
    });
    println!("{} GB stored", STORED.load(Ordering::Relaxed));
}
