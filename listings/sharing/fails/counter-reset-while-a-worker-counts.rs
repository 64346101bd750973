//! `get_mut` takes no lock, so it wants the whole `Mutex` for itself
//!
//! If this compiled, `main` would set the counter to 0 without a lock, while the worker adds to it under one. If it has
//! read the old sum by then, it adds to that and writes it back: the new day begins with yesterday's number in it.
//@ fixed-by: sharing/counter-reset-after-the-work

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut served = Mutex::new(50);

    thread::scope(|scope| {
        scope.spawn(|| *served.lock().unwrap() += 3);
        *served.get_mut().unwrap() = 0; //~ E0502: cannot borrow `served` as mutable
    });

    println!("today: {}", served.into_inner().unwrap());
}
