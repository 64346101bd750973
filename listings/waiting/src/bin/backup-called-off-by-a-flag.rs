//! The evening's backup is called off by a flag
//@ schedules
//@ outcome: saved: []
//@ outcome: saved: ["letters"]
//@ outcome: saved: ["letters", "photos"]

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static SAVED: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    let backup = thread::spawn(|| {
        for folder in ["letters", "photos"] {
            if STOP.load(SeqCst) {
                break;
            }
            SAVED.lock().unwrap().push(folder);
        }
    });

    STOP.store(true, SeqCst);
    backup.join().unwrap();
    println!("saved: {:?}", SAVED.lock().unwrap());
}
