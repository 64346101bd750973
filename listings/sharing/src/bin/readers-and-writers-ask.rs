//! Who's let in beside nobody, a reader, a writer

use std::sync::{RwLock, TryLockError, TryLockResult};

fn answer<T>(result: TryLockResult<T>) -> &'static str {
    match result {
        Ok(_) => "let in",
        Err(TryLockError::WouldBlock) => "turned away",
        Err(TryLockError::Poisoned(_)) => "warned",
    }
}

fn ask(cached: &RwLock<u32>) {
    let reader = answer(cached.try_read());
    let writer = answer(cached.try_write());
    println!("a reader is {reader}, a writer is {writer}");
}

fn main() {
    let cached = RwLock::new(20);
    ask(&cached);

    let images = cached.read().unwrap();
    ask(&cached);
    drop(images);

    let mut images = cached.write().unwrap();
    *images += 1;
    ask(&cached);
}
