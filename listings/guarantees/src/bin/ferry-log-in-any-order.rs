//! Two piers write into one log
//@ outcome: departed, arrived
//@ outcome: arrived, departed
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static LOG: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static MORNING: Barrier = Barrier::new(2);

fn write(entry: &'static str) {
    MORNING.wait();
    LOG.lock().unwrap().push(entry);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| write("departed"));
        scope.spawn(|| write("arrived"));
    });

    println!("{}", LOG.lock().unwrap().join(", "));
}
