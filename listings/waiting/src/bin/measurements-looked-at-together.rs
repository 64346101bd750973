//! Two strips say at the barrier whether they have a measurement
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static HOUR: Barrier = Barrier::new(2);
static ALL_MEASURED: AtomicBool = AtomicBool::new(true);

// ANCHOR: compute
fn compute(measured: &str) -> Option<u32> {
    let degrees: Option<u32> = measured.parse().ok();
    if degrees.is_none() {
        ALL_MEASURED.store(false, SeqCst);
    }
    HOUR.wait();
    degrees.filter(|_| ALL_MEASURED.load(SeqCst))
}

fn main() {
    let east = thread::spawn(|| compute("16"));
    let west = thread::spawn(|| compute("n/a"));

    println!("west: {:?}", west.join().unwrap());
    println!("east: {:?}", east.join().unwrap());
}
// ANCHOR_END: compute
