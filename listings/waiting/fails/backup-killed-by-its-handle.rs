//! The evening's backup is called off by its handle
//!
//! If this compiled, the backup might be stopped while it holds the lock of the list, and `main` would wait for that lock for ever.
//@ fixed-by: waiting/backup-called-off-by-a-flag

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

    backup.kill(); //~ E0599: no method named `kill` found for struct `JoinHandle<T>`
    println!("saved: {:?}", SAVED.lock().unwrap());
}
