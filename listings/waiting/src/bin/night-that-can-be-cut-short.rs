//! Between two backups lies a day, or less
//@ schedules
//@ outcome: stopped
//@ outcome: backup 1 | stopped
//@ outcome: backup 1 | backup 2 | stopped

use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::thread;
use std::time::Duration;

/// A day of one millisecond.
const DAY: Duration = Duration::from_millis(1);

fn main() {
    let (stop, stopped) = mpsc::channel::<()>();
    let backup = thread::spawn(move || {
        for night in 1..=2 {
            match stopped.recv_timeout(DAY) {
                Err(Timeout) => println!("backup {night}"),
                _ => return,
            }
        }
    });

    thread::sleep(DAY);
    drop(stop);
    backup.join().unwrap();
    println!("stopped");
}
