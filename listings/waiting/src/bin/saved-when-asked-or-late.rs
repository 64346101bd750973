//! A text is saved when somebody asks for it, or when the time is up
//@ outcome: saved: asked for
//@ outcome: saved: not asked for
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

// ANCHOR: program
static ASKED: AtomicBool = AtomicBool::new(false);

fn main() {
    let saver = thread::spawn(|| {
        thread::park_timeout(Duration::from_millis(2));
        if ASKED.load(Ordering::Acquire) {
            println!("saved: asked for");
        } else {
            println!("saved: not asked for");
        }
    });

    thread::sleep(Duration::from_millis(2));
    ASKED.store(true, Ordering::Release);
    saver.thread().unpark();
    saver.join().unwrap();
}
// ANCHOR_END: program
