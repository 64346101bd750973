//! A sensor writes into the log and tells an assistant, who signs on the board; a technician signs there too, and reads the log, by `Release` and `Acquire`
//!
//! The assistant acquires what the sensor has released, and nobody acquires what the assistant releases: the technician stores on the board, and reads nothing there.
//@ outcome: the assistant has heard nothing
//@ outcome: the assistant was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: Z6 `Release` and `Acquire`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static TOLD: AtomicBool = AtomicBool::new(false);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    LOG.store(21, Ordering::Release);
    TOLD.store(true, Ordering::Release);
}

fn assistant() -> bool {
    let is_told = TOLD.load(Ordering::Acquire);
    if is_told {
        BOARD.store(1, Ordering::Release);
    }
    is_told
}

fn main() {
    let (is_told, read) = thread::scope(|scope| {
        scope.spawn(sensor);
        let assistant = scope.spawn(assistant);
        BOARD.store(2, Ordering::Release);
        let read = LOG.load(Ordering::Acquire);
        (assistant.join().unwrap(), read)
    });

    match (is_told, BOARD.load(Ordering::Relaxed), read) {
        (false, ..) => println!("the assistant has heard nothing"),
        (_, 1, _) => println!("the assistant was last"),
        (.., 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
