//! A server opens when its two caches are loaded
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

fn load(file: &str) -> u32 {
    let entries = file.parse().unwrap();
    LOADED.count_down();
    entries
}

fn main() {
    let prices = thread::spawn(|| load("120"));
    let users = thread::spawn(|| load("35"));

    LOADED.wait();
    println!("open");
    println!("prices: {}", prices.join().unwrap());
    println!("users: {}", users.join().unwrap());
}
