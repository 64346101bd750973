//! A sensor writes into the log and signs on the board; a technician signs on the board and reads the log
//!
//! All accesses are `Relaxed`. The technician's signature may count last, and the log may be read before it has reached anybody.
//@ outcome: the sensor was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: R `Relaxed`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(|| {
            LOG.store(21, Ordering::Relaxed);
            BOARD.store(1, Ordering::Relaxed);
        });
        BOARD.store(2, Ordering::Relaxed);
        LOG.load(Ordering::Relaxed)
    });

    match (BOARD.load(Ordering::Relaxed), read) {
        (1, _) => println!("the sensor was last"),
        (_, 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
