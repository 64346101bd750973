//! A sensor writes into the log and signs on the board; a technician signs on the board and reads the log, by `Release` and `Acquire`
//!
//! A store comes first here, and a load second. The technician reads nothing that was released, so nothing has been acquired.
//@ outcome: the sensor was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: R `Release` and `Acquire`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn main() {
    let read = thread::scope(|scope| {
        scope.spawn(|| {
            LOG.store(21, Ordering::Release);
            BOARD.store(1, Ordering::Release);
        });
        BOARD.store(2, Ordering::Release);
        LOG.load(Ordering::Acquire)
    });

    match (BOARD.load(Ordering::Relaxed), read) {
        (1, _) => println!("the sensor was last"),
        (_, 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
