//! A log that logs that it is closed
//@ schedules

use std::cell::RefCell;
use std::thread;

struct Log(RefCell<Vec<&'static str>>);

impl Drop for Log {
    fn drop(&mut self) {
        log("closed");
        println!("log: {}", self.0.get_mut().join(", "));
    }
}

thread_local! {
    static LOG: Log = const { Log(RefCell::new(Vec::new())) };
}

fn log(line: &'static str) {
    if LOG.try_with(|log| log.0.borrow_mut().push(line)).is_err() {
        println!("too late for the log: {line}");
    }
}

fn main() {
    thread::spawn(|| log("paid")).join().unwrap();
}
