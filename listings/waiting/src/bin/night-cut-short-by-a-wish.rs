//! Between two backups lies a day, unless somebody asks for one
//@ schedules
//@ outcome: backup 1 | stopped
//@ outcome: backup 1 | backup 2 | stopped

use std::sync::mpsc::{self, RecvTimeoutError::*};
use std::thread;
use std::time::Duration;

/// A day of one millisecond.
const DAY: Duration = Duration::from_millis(1);

fn main() {
    let (wish, wishes) = mpsc::channel();
    // ANCHOR: backup
    let backup = thread::spawn(move || {
        for night in 1..=2 {
            match wishes.recv_timeout(DAY) {
                Ok(()) | Err(Timeout) => println!("backup {night}"),
                Err(Disconnected) => return,
            }
        }
    });

    // The backup may have done its nights by now.
    let _ = wish.send(());
    drop(wish);
    // ANCHOR_END: backup
    backup.join().unwrap();
    println!("stopped");
}
