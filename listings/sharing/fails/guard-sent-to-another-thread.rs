//! A guard stays on the thread that locked
//!
//! If this compiled, `main` would take the lock and the other thread would give it back, at the end of its closure. On
//! Linux that'd work. But there are operating systems that want the same thread to do both, and on one of those,
//! nothing at all would be promised about this program.
//@ fixed-by: sharing/content-lent-and-guard-kept

use std::sync::Mutex;
use std::thread;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    let mut log = rain.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(move || log.push(2)); //~ E0277: `std::sync::MutexGuard<'_, Vec<i32>>` cannot be sent between threads safely
    });

    println!("{} days", rain.into_inner().unwrap().len());
}
