//! `main` has the lock, and lends its guard to a thread
//!
//! Nobody unlocks. Both threads go through one guard to one `Cell`, and both change it, at the same time.
//@ races
//@ schedules

// Undefined behaviour: two threads change a `Cell` through one guard.

use std::cell::{Cell, UnsafeCell};
use std::hint;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct SpinLock<T> {
    is_locked: AtomicBool,
    content: UnsafeCell<T>,
}

// SAFETY: of all who swap, one finds `false` and gets the guard. The store with
// Release that drops it happens before the Acquire of the next one.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    const fn new(content: T) -> SpinLock<T> {
        SpinLock {
            is_locked: AtomicBool::new(false),
            content: UnsafeCell::new(content),
        }
    }

    // ANCHOR: lock
    fn lock(&self) -> SpinGuard<'_, T> {
        while self.is_locked.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        SpinGuard { lock: self }
    }
    // ANCHOR_END: lock
}

// ANCHOR: guard
struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the lock is held as long as there is this guard.
        unsafe { &*self.lock.content.get() }
    }
}

impl<T> DerefMut for SpinGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and `&mut self` is the only way in.
        unsafe { &mut *self.lock.content.get() }
    }
}

impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.is_locked.store(false, Ordering::Release);
    }
}
// ANCHOR_END: guard

// ANCHOR: main
fn main() {
    let views = SpinLock::new(Cell::new(0));
    let guard = views.lock();
    thread::scope(|scope| {
        scope.spawn(|| guard.set(guard.get() + 1));
        guard.set(guard.get() + 1);
    });
    println!("{} views", guard.get());
}
// ANCHOR_END: main
