//! An upload waits for its preview, and for two milliseconds at most
//@ outcome: shows the preview
//@ outcome: gives up; preview there: false
//@ outcome: gives up; preview there: true
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static PREVIEW: Mutex<Option<u32>> = Mutex::new(None);
static MADE: Condvar = Condvar::new();

fn main() {
    let worker = thread::spawn(|| {
        thread::sleep(Duration::from_millis(2));
        *PREVIEW.lock().unwrap() = Some(17);
        MADE.notify_one();
    });

    let limit = Duration::from_millis(2);
    let preview = PREVIEW.lock().unwrap();
    let (preview, wait) = MADE.wait_timeout(preview, limit).unwrap();
    if wait.timed_out() {
        println!("gives up; preview there: {}", preview.is_some());
    } else {
        println!("shows the preview");
    }
    drop(preview);
    worker.join().unwrap();
}
