//! A sensor hands over a temperature, and sets a flag
//@ schedules
//@ outcome: no temperature yet
//@ outcome: 21 degrees

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static IS_THERE: AtomicBool = AtomicBool::new(false);

fn main() {
    let sensor = thread::spawn(|| {
        DEGREES.store(21, Relaxed);
        IS_THERE.store(true, Relaxed);
    });

    if IS_THERE.load(Relaxed) {
        println!("{} degrees", DEGREES.load(Relaxed));
    } else {
        println!("no temperature yet");
    }
    sensor.join().unwrap();
}
