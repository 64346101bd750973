//! A sensor writes into the log and signs on the board; a technician signs on the board and reads the log, with a fence between
//!
//! One of the two fences comes first in the one order of `SeqCst`. If it's the technician's, the sensor's signature counts after the technician's. If it's the sensor's, the technician reads the entry.
//@ outcome: the sensor was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: R `SeqCst` fences: the technician was last, and the log was empty

use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(|| {
            LOG.store(21, Ordering::Relaxed);
            fence(Ordering::SeqCst);
            BOARD.store(1, Ordering::Relaxed);
        });
        BOARD.store(2, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        LOG.load(Ordering::Relaxed)
    });

    match (BOARD.load(Ordering::Relaxed), read) {
        (1, _) => println!("the sensor was last"),
        (_, 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
