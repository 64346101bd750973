//! Free, in use, poisoned, and both

use std::sync::{Mutex, PoisonError, TryLockError};
use std::thread;

fn ask(account: &Mutex<u32>) -> &'static str {
    match account.try_lock() {
        Ok(_) => "free",
        Err(TryLockError::WouldBlock) => "in use",
        Err(TryLockError::Poisoned(_)) => "poisoned",
    }
}

fn main() {
    let account = Mutex::new(30);
    println!("{}", ask(&account));

    let coins = account.lock().unwrap();
    println!("{}", ask(&account));
    drop(coins);

    let audit = thread::scope(|scope| {
        let audit = scope.spawn(|| {
            let coins = account.lock().unwrap();
            assert_eq!(*coins, 31, "a coin is missing"); //~ panic: a coin is missing
        });
        audit.join()
    });
    println!("{}, {}", audit.is_ok(), ask(&account));

    let coins = account.lock().unwrap_or_else(PoisonError::into_inner);
    println!("{coins} coins, {}", ask(&account));
}
