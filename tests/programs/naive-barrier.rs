//! A barrier without a generation: its first waiter never sees the count at two
//@ hangs: a \
//@ hangs: b \

use std::sync::{Condvar, Mutex};
use std::thread;

static COUNT: Mutex<u32> = Mutex::new(0);
static FULL: Condvar = Condvar::new();

fn wait() {
    let mut count = COUNT.lock().unwrap();
    *count += 1;
    if *count == 2 {
        FULL.notify_all();
    }
    while *count < 2 {
        count = FULL.wait(count).unwrap();
    }
    *count -= 1;
}

fn main() {
    thread::scope(|s| {
        for name in ["a", "b"] {
            s.spawn(move || {
                wait();
                wait();
                print!("{name} ");
            });
        }
    });
    println!();
}
