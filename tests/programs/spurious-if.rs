//! An `if` around a `wait`: who is woken without a reason goes on too early
//@ returns: a woken 2
//@ returns: b woken 2
//@ returns, only if `wait` returns without a reason: a woken 1
//@ returns, only if `wait` returns without a reason: b woken 1

use std::sync::{Condvar, Mutex};
use std::thread;

static N: Mutex<u32> = Mutex::new(0);
static C: Condvar = Condvar::new();

fn main() {
    thread::scope(|s| {
        for name in ["a", "b"] {
            s.spawn(move || {
                let mut n = N.lock().unwrap();
                *n += 1;
                if *n < 2 {
                    n = C.wait(n).unwrap();
                    print!("{name} woken {} ", *n);
                } else {
                    C.notify_one();
                }
            });
        }
    });
    println!();
}
