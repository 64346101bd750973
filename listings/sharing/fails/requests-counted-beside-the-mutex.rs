//! A variable beside a `Mutex` isn't protected by it
//!
//! If this compiled, it'd work as long as each line that touches `requests` happens to hold the lock of `bytes`.
//! Nothing says that the two belong together. A third thread that read `requests` for a dashboard, without a lock,
//! could come upon a number that's just being written.
//@ fixed-by: sharing/requests-counted-inside-the-mutex

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut requests = 0;
    let bytes = Mutex::new(0);

    let mut serve = |size| {
        let mut sum = bytes.lock().unwrap();
        *sum += size;
        requests += 1;
    };

    thread::scope(|scope| {
        scope.spawn(|| serve(200));
        scope.spawn(|| serve(500)); //~ E0499: cannot borrow `serve` as mutable more than once at a time
    });

    println!("{requests} requests, {} bytes", bytes.lock().unwrap());
}
