//! A sensor writes into the log and signs on the board; a technician signs on the board and reads the log, by `SeqCst`
//!
//! All four accesses are in one order. If the technician's signature counts last, the sensor's came before it, and so did the sensor's entry in the log.
//@ outcome: the sensor was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: R `SeqCst`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(|| {
            LOG.store(21, Ordering::SeqCst);
            BOARD.store(1, Ordering::SeqCst);
        });
        BOARD.store(2, Ordering::SeqCst);
        LOG.load(Ordering::SeqCst)
    });

    match (BOARD.load(Ordering::Relaxed), read) {
        (1, _) => println!("the sensor was last"),
        (_, 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
