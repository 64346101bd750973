//! A report is read whether or not it has been written
//@ outcome: the report has 0 pages
//@ outcome: the report has 12 pages
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static PAGES: AtomicU32 = AtomicU32::new(0);
static MONDAY: Barrier = Barrier::new(2);

fn main() {
    let writer = thread::spawn(|| {
        MONDAY.wait();
        PAGES.store(12, Ordering::Relaxed);
    });

    MONDAY.wait();
    println!("the report has {} pages", PAGES.load(Ordering::Relaxed));

    writer.join().unwrap();
}
