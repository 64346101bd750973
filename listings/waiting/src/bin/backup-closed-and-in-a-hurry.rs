//! What hasn't been saved when the evening ends is named
//@ schedules
//@ outcome: saved 0 | left: ["letter", "photo"]
//@ outcome: saved 1 | left: ["photo"]
//@ outcome: saved 2 | left: []

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc;
use std::thread;

static HURRY: AtomicBool = AtomicBool::new(false);

fn main() {
    let (changed, changes) = mpsc::channel();
    let backup = thread::spawn(move || {
        let (mut saved, mut left) = (0, Vec::new());
        for file in changes {
            if HURRY.load(SeqCst) {
                left.push(file);
            } else {
                saved += 1;
            }
        }
        (saved, left)
    });

    changed.send("letter").unwrap();
    changed.send("photo").unwrap();
    HURRY.store(true, SeqCst);
    drop(changed);
    let (saved, left) = backup.join().unwrap();
    println!("saved {saved}");
    println!("left: {left:?}");
}
