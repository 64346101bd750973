//! The signal first, and then the report
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static REPORT: Mutex<Option<&str>> = Mutex::new(None);
static WRITTEN: Condvar = Condvar::new();

fn main() {
    // ANCHOR: writer
    let writer = thread::spawn(|| {
        WRITTEN.notify_one();
        *REPORT.lock().unwrap() = Some("12 orders today");
    });
    // ANCHOR_END: writer

    thread::sleep(Duration::from_millis(1));
    let mut report = REPORT.lock().unwrap();
    while report.is_none() {
        report = WRITTEN.wait(report).unwrap();
    }
    println!("mail: {}", report.unwrap());
    drop(report);
    writer.join().unwrap();
}
