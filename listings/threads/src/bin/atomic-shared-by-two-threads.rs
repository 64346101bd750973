//! An atomic number can be shared between threads
//@ outcome: the last visitor came through door 1
//@ outcome: the last visitor came through door 2
//@ schedules

use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

fn main() {
    let last_door = AtomicI32::new(0);

    let enter = |door| last_door.store(door, Ordering::Relaxed);

    thread::scope(|scope| {
        scope.spawn(|| enter(1));
        scope.spawn(|| enter(2));
    });

    println!("the last visitor came through door {last_door:?}");
}
