//! The loop around the wait, as a method
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

    // ANCHOR: mail
    let report = REPORT.lock().unwrap();
    let report = WRITTEN.wait_while(report, |report| report.is_none());
    println!("mail: {}", report.unwrap().unwrap());
    // ANCHOR_END: mail
    writer.join().unwrap();
}
