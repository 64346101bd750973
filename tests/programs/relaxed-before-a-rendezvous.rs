//! A send that hands its message over has waited for the receive, and a channel's promise goes one way
//@ returns: range: 50
//@ returns, only if memory is weak: range: 0

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::mpsc::sync_channel;
use std::thread;

static RANGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let (readings, display) = sync_channel(0);
    let shown = thread::spawn(move || {
        RANGE.store(50, Relaxed);
        display.recv().unwrap();
    });
    readings.send(20).unwrap();
    println!("range: {}", RANGE.load(Relaxed));
    shown.join().unwrap();
}
