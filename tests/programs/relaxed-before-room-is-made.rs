//! A send that has waited for room was told that something was received, and of nothing before that
//@ returns: range: 50
//@ returns, only if memory is weak: range: 0

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::mpsc::sync_channel;
use std::thread;

static RANGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let (readings, display) = sync_channel(1);
    let shown = thread::spawn(move || {
        RANGE.store(50, Relaxed);
        display.recv().unwrap();
        display
    });
    readings.send(20).unwrap();
    readings.send(21).unwrap();
    println!("range: {}", RANGE.load(Relaxed));
    shown.join().unwrap();
}
