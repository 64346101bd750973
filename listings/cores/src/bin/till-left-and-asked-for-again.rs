//! Ida leaves the till and asks for it again at once

use parking_lot::{Condvar, Mutex, MutexGuard};
use std::sync::mpsc;
use std::thread;

static TILL: Mutex<()> = Mutex::new(());
static CALLED: Condvar = Condvar::new();

fn main() {
    let (here, noor_is_here) = mpsc::channel();
    let (closing_time, closed) = mpsc::channel();
    // ANCHOR: till
    let noor = thread::spawn(move || {
        let mut till = TILL.lock();
        here.send(()).unwrap();
        CALLED.wait(&mut till);
        closed.recv().unwrap(); // She keeps the till until then.
    });

    noor_is_here.recv().unwrap();
    let till = TILL.lock();
    CALLED.notify_one();
    MutexGuard::unlock_fair(till);
    println!("Ida has it again: {}", TILL.try_lock().is_some());
    // ANCHOR_END: till

    closing_time.send(()).unwrap();
    noor.join().unwrap();
}
