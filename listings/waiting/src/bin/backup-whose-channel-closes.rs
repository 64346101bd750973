//! A backup saves what it's sent, until its channel is closed
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (changed, changes) = mpsc::channel();
    let backup = thread::spawn(move || {
        for file in changes {
            println!("saved: {file}");
        }
    });

    changed.send("letter").unwrap();
    drop(changed);
    backup.join().unwrap();
    println!("good night");
}
