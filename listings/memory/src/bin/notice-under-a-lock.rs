//! A sensor stores a reading and then gives notice of it under a lock
//!
//! `DEGREES` isn't in the lock, and is stored before the lock is taken. If `main` finds the notice, it has locked later than the sensor has unlocked, and so the store is behind it.
//@ outcome: 21 degrees
//@ outcome: nothing new
//@ schedules
//@ happens-before

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static NOTICE: Mutex<bool> = Mutex::new(false);

fn sensor() {
    DEGREES.store(21, Ordering::Relaxed);
    *NOTICE.lock().unwrap() = true;
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        let notice = *NOTICE.lock().unwrap();
        if notice {
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("nothing new");
        }
    });
}
