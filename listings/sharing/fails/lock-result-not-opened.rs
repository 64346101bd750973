//! What `lock` returns isn't a guard yet
//!
//! If this compiled, `water` would write into the list, and nobody would have asked whether the lock was obtained in
//! good order. It was, here. In a larger program, a thread may have panicked in the middle of a change. `lock` says so
//! in its `Result`, and nobody's listening.
//@ fixed-by: sharing/lock-result-opened

use std::sync::Mutex;

fn water(log: &mut Vec<u32>) {
    log.push(12);
}

fn main() {
    let rain = Mutex::new(vec![3, 0]);

    water(&mut rain.lock()); //~ E0308: expected `&mut Vec<u32>`, found `&mut Result<MutexGuard<'_, ...>, ...>`
    println!("{} days", rain.lock().unwrap().len());
}
