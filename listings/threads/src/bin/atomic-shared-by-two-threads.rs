//! An atomic number can be shared between threads
//@ outcome: the last part to be done was part 1
//@ outcome: the last part to be done was part 2
//@ schedules

use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let last_done = AtomicI32::new(0);

    let done = |part| last_done.store(part, Ordering::Relaxed);

    thread::scope(|scope| {
        scope.spawn(|| done(1));
        scope.spawn(|| done(2));
    });

    println!("the last part to be done was part {last_done:?}");
}
