//! A token is kept in a `Mutex`, and waited for at a `Condvar`
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct Token {
    is_there: Mutex<bool>,
    given: Condvar,
}

// ANCHOR: token
impl Token {
    fn take(&self) {
        let is_there = self.is_there.lock().unwrap();
        let mut is_there = self.given.wait_while(is_there, |there| !*there).unwrap();
        *is_there = false;
    }

    fn give(&self) {
        *self.is_there.lock().unwrap() = true;
        self.given.notify_one();
    }
}
// ANCHOR_END: token

static TOKEN: Token = Token {
    is_there: Mutex::new(false),
    given: Condvar::new(),
};

fn main() {
    let worker = thread::spawn(|| {
        TOKEN.take();
        println!("the worker starts");
    });

    TOKEN.give();
    worker.join().unwrap();
}
