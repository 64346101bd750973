//! `get_mut` takes no lock, so it wants the whole `Mutex` for itself
//!
//! If this compiled, `main` would set the drawer to 0 without a lock, while the till adds to it under one. The till may have
//! read the old sum already, and writes it back: the money that was taken out is still counted.
//@ fixed-by: sharing/counter-reset-after-the-work

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut drawer = Mutex::new(50);

    thread::scope(|scope| {
        scope.spawn(|| *drawer.lock().unwrap() += 3);
        *drawer.get_mut().unwrap() = 0; //~ E0502: cannot borrow `drawer` as mutable
    });

    println!("counted: {}", drawer.into_inner().unwrap());
}
