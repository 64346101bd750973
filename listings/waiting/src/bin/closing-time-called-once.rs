//! Two workers are sent home
//@ may-hang
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

    *OPEN.lock().unwrap() = false;
    CHANGED.notify_one();

    for worker in workers {
        worker.join().unwrap();
    }
    println!("good night");
}
