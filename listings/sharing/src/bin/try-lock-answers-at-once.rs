//! `try_lock` on a lock that is held, and on one that is free
//@ schedules

use std::sync::{Mutex, TryLockError};
use std::thread;

fn try_to_bake(oven: &Mutex<Vec<&str>>) {
    match oven.try_lock() {
        Ok(mut tins) => tins.push("rolls"),
        Err(TryLockError::WouldBlock) => println!("somebody has the oven"),
        Err(TryLockError::Poisoned(_)) => println!("somebody has failed"),
    }
}

fn main() {
    let oven = Mutex::new(vec!["cakes"]);

    let tins = oven.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(|| try_to_bake(&oven));
    });
    println!("{} in the oven", tins.len());
    drop(tins);

    try_to_bake(&oven);
    println!("{} in the oven", oven.lock().unwrap().len());
}
