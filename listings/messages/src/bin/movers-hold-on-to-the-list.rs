//! Two movers take from one receiver behind a mutex
//@ hangs
//@ schedules

use std::sync::{Barrier, Mutex, mpsc};
use std::thread;

static LIFT: Barrier = Barrier::new(2);

fn main() {
    let (list, ends) = mpsc::channel();
    list.send("left end").unwrap();
    list.send("right end").unwrap();
    drop(list);

    println!("the piano is by the door");
    let ends = Mutex::new(ends);
    let carry = || {
        while let Ok(end) = ends.lock().unwrap().recv() {
            LIFT.wait();
            println!("{end}: lifted");
        }
    };
    thread::scope(|scope| {
        scope.spawn(carry);
        scope.spawn(carry);
    });
}
