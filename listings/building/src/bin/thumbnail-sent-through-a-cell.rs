//! A worker sends a thumbnail through a cell, and the page receives it
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct OneShot<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    is_ready: AtomicBool,
}

// SAFETY: the message is written before `is_ready` is set with Release, and read
// after an Acquire has seen that. It goes to another thread, so `T: Send`.
unsafe impl<T: Send> Sync for OneShot<T> {}

impl<T> OneShot<T> {
    const fn new() -> OneShot<T> {
        OneShot {
            message: UnsafeCell::new(MaybeUninit::uninit()),
            is_ready: AtomicBool::new(false),
        }
    }

    // ANCHOR: calls
    fn send(&self, message: T) {
        // SAFETY: there is one `send`, and nobody reads before `is_ready` is set.
        unsafe { (*self.message.get()).write(message) };
        self.is_ready.store(true, Ordering::Release);
    }

    fn receive(&self) -> T {
        while !self.is_ready.load(Ordering::Acquire) {
            hint::spin_loop();
        }
        // SAFETY: the Acquire has seen that the message is written.
        unsafe { (*self.message.get()).assume_init_read() }
    }
    // ANCHOR_END: calls
}

static THUMBNAIL: OneShot<String> = OneShot::new();

fn main() {
    let worker = thread::spawn(|| THUMBNAIL.send(String::from("harbour, small")));
    println!("{}", THUMBNAIL.receive());
    worker.join().unwrap();
}
