//! A wait that returns to nobody
//!
//! If this compiled, the `while` would look at the report through a guard that has gone, and the writer, who
//! doesn't wait for anybody, may be writing it at the same moment.
//@ fixed-by: waiting/report-waited-for

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
    while report.is_none() {
        //~^ E0382: borrow of moved value: `report`
        WRITTEN.wait(report).unwrap();
    }
    println!("mail: {}", report.unwrap());
    // ANCHOR_END: mail
    drop(report);
    writer.join().unwrap();
}
