//! The mail waits until there is a report
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

static REPORT: Mutex<Option<&str>> = Mutex::new(None);
static WRITTEN: Condvar = Condvar::new();

fn main() {
    let writer = thread::spawn(|| {
        *REPORT.lock().unwrap() = Some("12 orders today");
        WRITTEN.notify_one();
    });

    let mut report = REPORT.lock().unwrap();
    while report.is_none() {
        report = WRITTEN.wait(report).unwrap();
    }
    println!("mail: {}", report.unwrap());
    drop(report);
    writer.join().unwrap();
}
