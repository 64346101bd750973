//! A destructor takes the lock while its thread is panicking

use std::sync::Mutex;
use std::thread;

struct Session<'log> {
    log: &'log Mutex<Vec<&'static str>>,
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        self.log.lock().unwrap().push("session closed");
    }
}

fn serve(log: &Mutex<Vec<&'static str>>) {
    let _session = Session { log };
    panic!("connection lost"); //~ panic: connection lost
}

fn main() {
    let log = Mutex::new(vec![]);

    let served = thread::scope(|scope| scope.spawn(|| serve(&log)).join());
    println!("served: {}", served.is_ok());
    println!("poisoned: {}", log.is_poisoned());
    println!("{:?}", log.lock().unwrap());
}
