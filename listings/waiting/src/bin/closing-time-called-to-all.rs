//! All workers are sent home
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static OPEN: Mutex<bool> = Mutex::new(true);
static CHANGED: Condvar = Condvar::new();

fn waits_for_work() {
    let open = OPEN.lock().unwrap();
    drop(CHANGED.wait_while(open, |open| *open).unwrap());
}

fn main() {
    let workers = [thread::spawn(waits_for_work), thread::spawn(waits_for_work)];

    // ANCHOR: close
    *OPEN.lock().unwrap() = false;
    CHANGED.notify_all();
    // ANCHOR_END: close

    for worker in workers {
        worker.join().unwrap();
    }
    println!("good night");
}
