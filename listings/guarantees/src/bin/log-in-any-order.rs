//! The shop and the warehouse write into one log
//@ outcome: paid, shipped
//@ outcome: shipped, paid
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
        scope.spawn(|| write("paid"));
        scope.spawn(|| write("shipped"));
    });

    println!("{}", LOG.lock().unwrap().join(", "));
}
