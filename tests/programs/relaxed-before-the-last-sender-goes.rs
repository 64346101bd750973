//! A receive that hears that all senders are gone takes nothing over from them
//@ returns: range: 50
//@ returns, only if memory is weak: range: 0

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::mpsc::channel;
use std::thread;

static RANGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let (sender, receiver) = channel::<()>();
    let shown = thread::spawn(move || {
        RANGE.store(50, Relaxed);
        drop(sender);
    });
    receiver.recv().unwrap_err();
    println!("range: {}", RANGE.load(Relaxed));
    shown.join().unwrap();
}
