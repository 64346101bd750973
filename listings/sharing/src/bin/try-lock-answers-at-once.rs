//! `try_lock` on a lock that's held, and on one that's free
//@ schedules

use std::sync::{Mutex, TryLockError};
use std::thread;

fn try_to_add(log: &Mutex<Vec<&str>>) {
    match log.try_lock() {
        Ok(mut lines) => lines.push("cache hit"),
        Err(TryLockError::WouldBlock) => println!("somebody has the log"),
        Err(TryLockError::Poisoned(_)) => println!("somebody has failed"),
    }
}

fn main() {
    let log = Mutex::new(vec!["server started"]);

    let lines = log.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(|| try_to_add(&log));
    });
    println!("{} in the log", lines.len());
    drop(lines);

    try_to_add(&log);
    println!("{} in the log", log.lock().unwrap().len());
}
