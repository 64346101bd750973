//! Two movers take from one receiver, and let go of the mutex before they lift
//@ unordered
//@ schedules

use std::sync::{Barrier, Mutex, mpsc};
use std::thread;

static LIFT: Barrier = Barrier::new(2);

fn main() {
    let (list, ends) = mpsc::channel();
    list.send("left end").unwrap();
    list.send("right end").unwrap();
    drop(list);

    let ends = Mutex::new(ends);
    let next = || ends.lock().unwrap().recv();
    let carry = || {
        while let Ok(end) = next() {
            LIFT.wait();
            println!("{end}: lifted");
        }
    };
    thread::scope(|scope| {
        scope.spawn(carry);
        scope.spawn(carry);
    });
}
