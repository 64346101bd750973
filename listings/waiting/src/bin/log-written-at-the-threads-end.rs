//! A thread's log is written when the thread ends
//@ schedules

use std::cell::RefCell;
use std::thread;

struct Log(RefCell<Vec<&'static str>>);

impl Drop for Log {
    fn drop(&mut self) {
        println!("log: {}", self.0.get_mut().join(", "));
    }
}

thread_local! {
    static LOG: Log = const { Log(RefCell::new(Vec::new())) };
}

fn main() {
    let worker = thread::spawn(|| {
        LOG.with(|log| log.0.borrow_mut().extend(["seats found", "paid"]));
        println!("request answered");
    });
    worker.join().unwrap();
    println!("worker joined");
}
