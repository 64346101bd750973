//! Two workers, one log
//@ outcome: log: ["web", "api"]
//@ outcome: log: ["api", "web"]
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static LOG: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static READY: Barrier = Barrier::new(2);

fn enter(worker: &'static str) {
    READY.wait();
    LOG.lock().unwrap().push(worker);
}

fn main() {
    let web = thread::spawn(|| enter("web"));
    let api = thread::spawn(|| enter("api"));

    web.join().unwrap();
    api.join().unwrap();
    println!("log: {:?}", LOG.lock().unwrap());
}
