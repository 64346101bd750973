//! A loop counts how often it has looked, and there is no bound to that
// std permits every number from `0` on, so that no list is complete.
//@ refused at 15: never returns to a state that it has been in

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    let other = thread::spawn(|| STOP.store(true, SeqCst));
    let mut looked = 0;
    while !STOP.load(SeqCst) {
        looked += 1;
        thread::yield_now();
    }
    println!("{}", looked);
    other.join().unwrap();
}
