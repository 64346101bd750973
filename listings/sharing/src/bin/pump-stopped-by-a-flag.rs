//! A pump runs until it is told to stop

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static STOP: AtomicBool = AtomicBool::new(false);

fn pump() -> u64 {
    let mut strokes = 0;
    loop {
        strokes += 1;
        if STOP.load(Ordering::Relaxed) {
            return strokes;
        }
    }
}

fn main() {
    let pump = thread::spawn(pump);
    println!("the pump may run");

    STOP.store(true, Ordering::Relaxed);
    let strokes = pump.join().unwrap();
    println!("it has stopped, and made a stroke: {}", strokes > 0);
}
