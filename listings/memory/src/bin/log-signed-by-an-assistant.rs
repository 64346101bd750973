//! A sensor writes into the log and tells an assistant, who signs on the board; a technician signs there too, and reads the log
//!
//! All accesses are `Relaxed`. The assistant has been told and the technician has signed last, and still the log may be read before the sensor's entry has reached anybody.
//@ outcome: the assistant has heard nothing
//@ outcome: the assistant was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: Z6 `Relaxed`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static TOLD: AtomicBool = AtomicBool::new(false);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    LOG.store(21, Ordering::Relaxed);
    TOLD.store(true, Ordering::Relaxed);
}

fn assistant() -> bool {
    let is_told = TOLD.load(Ordering::Relaxed);
    if is_told {
        BOARD.store(1, Ordering::Relaxed);
    }
    is_told
}

fn main() {
    let (is_told, read) = thread::scope(|scope| {
        scope.spawn(sensor);
        let assistant = scope.spawn(assistant);
        BOARD.store(2, Ordering::Relaxed);
        let read = LOG.load(Ordering::Relaxed);
        (assistant.join().unwrap(), read)
    });

    match (is_told, BOARD.load(Ordering::Relaxed), read) {
        (false, ..) => println!("the assistant has heard nothing"),
        (_, 1, _) => println!("the assistant was last"),
        (.., 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
