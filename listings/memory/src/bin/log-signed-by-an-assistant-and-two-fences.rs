//! A sensor writes into the log and tells an assistant, who signs on the board; a technician signs there too, and reads the log, with two fences
//!
//! The sensor's fence stands between entry and message, and the technician's between signature and look. The assistant acquires the message. If the sensor's fence is first in the one order of `SeqCst`, the technician finds the entry. If the technician's is, the assistant's signature counts last.
//@ outcome: the assistant has heard nothing
//@ outcome: the assistant was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: Z6 `SeqCst` fences: the technician was last, and the log was empty

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static TOLD: AtomicBool = AtomicBool::new(false);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    LOG.store(21, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    TOLD.store(true, Ordering::Relaxed);
}

fn assistant() -> bool {
    let is_told = TOLD.load(Ordering::Acquire);
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
        fence(Ordering::SeqCst);
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
