//! The configuration is loaded, and a pointer to it is published, with `Release`
//!
//! The pointer is released by `load` and acquired by `main`. So the writing of `workers` happens before the reading. A null pointer has no configuration behind it, and `main` doesn't look there.
//@ outcome: no configuration yet
//@ outcome: 4 workers
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Config {
    workers: u32,
}

static CONFIG: AtomicPtr<Config> = AtomicPtr::new(ptr::null_mut());

fn load() {
    let config = Box::new(Config { workers: 4 });
    // ANCHOR: publish
    CONFIG.store(Box::into_raw(config), Ordering::Release);
    // ANCHOR_END: publish
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(load);
        let config = CONFIG.load(Ordering::Acquire);
        if config.is_null() {
            println!("no configuration yet");
        } else {
            // SAFETY: not null, and written before the pointer's `Release`.
            println!("{} workers", unsafe { (*config).workers });
        }
    });
    // SAFETY: made by `Box::into_raw`; all other threads have been joined.
    drop(unsafe { Box::from_raw(CONFIG.load(Ordering::Relaxed)) });
}
