//! The configuration is loaded, and a pointer to it is published
//!
//! `load` writes `workers` into a new box and stores the box's address, `Relaxed`. Whoever loads the address knows where the configuration is, and not that it has been written: the writing in `Box::new(…)` and the reading of `workers` are unordered, which is a data race. `main` could print whatever was in that memory before it became a configuration.
//@ races
//@ schedules

// Undefined behaviour: the configuration is read unordered with its writing.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Config {
    workers: u32,
}

static CONFIG: AtomicPtr<Config> = AtomicPtr::new(ptr::null_mut());

fn load() {
    let config = Box::new(Config { workers: 4 });
    CONFIG.store(Box::into_raw(config), Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(load);
        // ANCHOR: publish
        let config = CONFIG.load(Ordering::Relaxed);
        if config.is_null() {
            println!("no configuration yet");
        } else {
            // Unsound: nothing says that the configuration has been written.
            println!("{} workers", unsafe { (*config).workers });
            // ANCHOR_END: publish
        }
    });
    // SAFETY: made by `Box::into_raw`; all other threads have been joined.
    drop(unsafe { Box::from_raw(CONFIG.load(Ordering::Relaxed)) });
}
