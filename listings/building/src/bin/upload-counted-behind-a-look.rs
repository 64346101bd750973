//! Two threads count uploads behind a lock that is looked at, and then taken
//!
//! Both threads may see an open lock before either has taken it. Then both change the number in the line with `work`'s closure, and nothing puts the one before the other.
//@ races
//@ schedules

// Undefined behaviour: two threads may have the lock at the same time.

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct SpinLock<T> {
    is_locked: AtomicBool,
    content: UnsafeCell<T>,
}

// SAFETY: `with` lends the content to one thread at a time.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    const fn new(content: T) -> SpinLock<T> {
        SpinLock {
            is_locked: AtomicBool::new(false),
            content: UnsafeCell::new(content),
        }
    }

    // ANCHOR: with
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        while self.is_locked.load(Ordering::Acquire) {
            hint::spin_loop();
        }
        self.is_locked.store(true, Ordering::Relaxed);
        // SAFETY: the lock was open, and now it is closed.
        let content = unsafe { &mut *self.content.get() };
        let result = work(content);
        self.is_locked.store(false, Ordering::Release);
        result
    }
    // ANCHOR_END: with
}

static UPLOADS: SpinLock<u32> = SpinLock::new(0);

fn main() {
    let worker = thread::spawn(|| UPLOADS.with(|uploads| *uploads += 1));
    UPLOADS.with(|uploads| *uploads += 1);
    worker.join().unwrap();
    println!("{} uploads", UPLOADS.with(|uploads| *uploads));
}
