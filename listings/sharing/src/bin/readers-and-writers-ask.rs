//! Who is let in, beside nobody, a reader, a writer

use std::sync::{RwLock, TryLockError, TryLockResult};

fn answer<T>(result: TryLockResult<T>) -> &'static str {
    match result {
        Ok(_) => "let in",
        Err(TryLockError::WouldBlock) => "turned away",
        Err(TryLockError::Poisoned(_)) => "warned",
    }
}

fn ask(pool: &RwLock<u32>) {
    let reader = answer(pool.try_read());
    let writer = answer(pool.try_write());
    println!("a reader is {reader}, a writer is {writer}");
}

fn main() {
    let pool = RwLock::new(20);
    ask(&pool);

    let degrees = pool.read().unwrap();
    ask(&pool);
    drop(degrees);

    let mut degrees = pool.write().unwrap();
    *degrees += 1;
    ask(&pool);
}
