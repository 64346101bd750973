//! A server is told that a cache is done with, loaded or not
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct Latch {
    missing: Mutex<u32>,
    changed: Condvar,
}

impl Latch {
    fn count_down(&self) {
        *self.missing.lock().unwrap() -= 1;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let missing = self.missing.lock().unwrap();
        drop(self.changed.wait_while(missing, |m| *m > 0));
    }
}

static LOADED: Latch = Latch {
    missing: Mutex::new(2),
    changed: Condvar::new(),
};

// ANCHOR: server
struct Loading;

impl Drop for Loading {
    fn drop(&mut self) {
        LOADED.count_down();
    }
}

fn load(file: &str) -> u32 {
    let _loading = Loading;
    file.parse().unwrap() //~ panic: InvalidDigit
}

fn main() {
    let prices = thread::spawn(|| load("120"));
    let users = thread::spawn(|| load("3x5"));

    LOADED.wait();
    println!("prices: {:?}", prices.join().ok());
    println!("users: {:?}", users.join().ok());
}
// ANCHOR_END: server
