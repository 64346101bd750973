//! A spin lock with `try_lock` is tried by a thread while `main` has it, and afterwards
//@ schedules

use std::cell::UnsafeCell;
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

    // ANCHOR: try
    fn try_lock(&self) -> Option<SpinGuard<'_, T>> {
        if self.is_locked.swap(true, Ordering::Acquire) {
            return None;
        }
        Some(SpinGuard { lock: self })
    }
    // ANCHOR_END: try
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

// ANCHOR: sync
// SAFETY: a guard that is shared gives out no more than `&T`.
unsafe impl<T: Sync> Sync for SpinGuard<'_, T> {}
// ANCHOR_END: sync

static UPLOADS: SpinLock<u32> = SpinLock::new(0);

fn main() {
    let mut uploads = UPLOADS.lock();
    *uploads += 1;
    let is_free = || UPLOADS.try_lock().is_some();
    println!(
        "while it's held: {}",
        thread::spawn(is_free).join().unwrap()
    );
    drop(uploads);
    println!("afterwards: {}", thread::spawn(is_free).join().unwrap());
}
