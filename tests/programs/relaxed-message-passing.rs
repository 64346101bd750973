//! Message passing with `Relaxed`: whoever sees that a message is ready may not see the message
// With `Release` and `Acquire` for the flag there would be no third outcome.
//@ returns: data: 7
//@ returns:
//@ returns, only if memory is weak: data: 0

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

fn main() {
    let writer = thread::spawn(|| {
        DATA.store(7, Relaxed);
        READY.store(true, Relaxed);
    });
    if READY.load(Relaxed) {
        println!("data: {}", DATA.load(Relaxed));
    }
    writer.join().unwrap();
}
