//! Free, in use, poisoned, and both

use std::sync::{Mutex, PoisonError, TryLockError};
use std::thread;

fn ask(well: &Mutex<u32>) -> &'static str {
    match well.try_lock() {
        Ok(_) => "free",
        Err(TryLockError::WouldBlock) => "in use",
        Err(TryLockError::Poisoned(_)) => "poisoned",
    }
}

fn main() {
    let well = Mutex::new(30);
    println!("{}", ask(&well));

    let buckets = well.lock().unwrap();
    println!("{}", ask(&well));
    drop(buckets);

    let drawing = thread::scope(|scope| {
        let drawing = scope.spawn(|| {
            let buckets = well.lock().unwrap();
            assert_eq!(*buckets, 31, "a bucket is missing"); //~ panic: a bucket is missing
        });
        drawing.join()
    });
    println!("{}, {}", drawing.is_ok(), ask(&well));

    let buckets = well.lock().unwrap_or_else(PoisonError::into_inner);
    println!("{buckets} buckets, {}", ask(&well));
}
