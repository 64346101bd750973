//! The last file is waited for, but not for ever
//@ schedules
//@ outcome: backup: 7 files
//@ outcome: backup: no answer, and nobody waits

use std::sync::mpsc::{self, RecvTimeoutError::Timeout};
use std::thread;
use std::time::Duration;

fn main() {
    let (running, end) = mpsc::channel::<()>();
    let backup = thread::spawn(move || {
        let _running = running;
        thread::sleep(Duration::from_millis(2));
        7
    });

    match end.recv_timeout(Duration::from_millis(2)) {
        Err(Timeout) => {
            drop(backup);
            println!("backup: no answer, and nobody waits");
        }
        _ => println!("backup: {} files", backup.join().unwrap()),
    }
}
