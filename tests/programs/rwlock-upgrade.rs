//! A reader asks to write, and waits for itself
//@ hangs:
//@ panics `rwlock write lock would result in deadlock`, only if locking again panics:

use std::sync::RwLock;

fn main() {
    let lock = RwLock::new(1);
    let reading = lock.read().unwrap();
    *lock.write().unwrap() += *reading;
    println!("never");
}
