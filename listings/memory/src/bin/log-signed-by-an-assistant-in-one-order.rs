//! A sensor writes into the log and tells an assistant, who signs on the board; a technician signs there too, and reads the log, all `SeqCst`
//!
//! If the technician's signature counts last, the one order has the entry, the message, the assistant's look, the assistant's signature, the technician's, and then the look at the log.
//@ outcome: the assistant has heard nothing
//@ outcome: the assistant was last
//@ outcome: the technician was last, and read the log
//@ schedules
//@ shape: Z6 `SeqCst`: the technician was last, and the log was empty

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static LOG: AtomicU32 = AtomicU32::new(0);
static TOLD: AtomicBool = AtomicBool::new(false);
static BOARD: AtomicU32 = AtomicU32::new(0);

fn sensor() {
    LOG.store(21, Ordering::SeqCst);
    TOLD.store(true, Ordering::SeqCst);
}

fn assistant() -> bool {
    let is_told = TOLD.load(Ordering::SeqCst);
    if is_told {
        BOARD.store(1, Ordering::SeqCst);
    }
    is_told
}

fn main() {
    let (is_told, read) = thread::scope(|scope| {
        scope.spawn(sensor);
        let assistant = scope.spawn(assistant);
        BOARD.store(2, Ordering::SeqCst);
        let read = LOG.load(Ordering::SeqCst);
        (assistant.join().unwrap(), read)
    });

    match (is_told, BOARD.load(Ordering::Relaxed), read) {
        (false, ..) => println!("the assistant has heard nothing"),
        (_, 1, _) => println!("the assistant was last"),
        (.., 21) => println!("the technician was last, and read the log"),
        _ => println!("the technician was last, and the log was empty"),
    }
}
