//! A sensor sends a signal to the log, and the log gives notice to the display
//!
//! The store happens before the `send`, that before the `recv`, that before the unlocking, and that before the locking which finds the notice.
//@ outcome: 21 degrees
//@ outcome: nothing new
//@ schedules
//@ happens-before

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;

static DEGREES: AtomicU32 = AtomicU32::new(0);
static NOTICE: Mutex<bool> = Mutex::new(false);

fn main() {
    let (signal, log) = mpsc::channel();
    thread::scope(|scope| {
        // ANCHOR: path
        scope.spawn(move || {
            DEGREES.store(21, Ordering::Relaxed);
            signal.send(()).unwrap();
        });
        scope.spawn(move || {
            log.recv().unwrap();
            *NOTICE.lock().unwrap() = true;
        });

        let notice = *NOTICE.lock().unwrap();
        if notice {
            println!("{} degrees", DEGREES.load(Ordering::Relaxed));
        } else {
            println!("nothing new");
        }
        // ANCHOR_END: path
    });
}
