//! A thread with two locks waits with one of them
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static LOG: Mutex<Vec<&str>> = Mutex::new(vec![]);
static REPORT: Mutex<Option<&str>> = Mutex::new(None);
static WRITTEN: Condvar = Condvar::new();

fn main() {
    let writer = thread::spawn(|| {
        LOG.lock().unwrap().push("writes");
        *REPORT.lock().unwrap() = Some("12 orders today");
        WRITTEN.notify_one();
    });

    thread::sleep(Duration::from_millis(1));
    let mut log = LOG.lock().unwrap();
    log.push("waits");
    let mut report = REPORT.lock().unwrap();
    while report.is_none() {
        report = WRITTEN.wait(report).unwrap();
    }
    println!("mail: {}", report.unwrap());
    drop((log, report));
    writer.join().unwrap();
}
