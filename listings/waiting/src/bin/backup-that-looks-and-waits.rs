//! A backup saves what it's sent, and looks at a flag in between
//@ may-hang
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread;

static STOP: AtomicBool = AtomicBool::new(false);

fn save(_file: &str) {
    // …
}

fn main() {
    let (changed, changes) = mpsc::channel();
    let backup = thread::spawn(move || {
        while !STOP.load(SeqCst) {
            let Ok(file) = changes.recv() else { break };
            save(file);
        }
    });

    changed.send("letter").unwrap();
    STOP.store(true, SeqCst);
    backup.join().unwrap();
    println!("good night");
}
