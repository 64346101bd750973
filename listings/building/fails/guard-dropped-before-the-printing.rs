//! The lock is released, and then the first upload is printed
//!
//! If this compiled, the worker could come in before `main` prints, and put another name in the place of the first. The old text would be freed, and `first` would still lead there.
//@ fixed-by: building/guard-dropped-after-the-printing

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

static UPLOADS: SpinLock<Vec<String>> = SpinLock::new(Vec::new());

// ANCHOR: main
fn main() {
    UPLOADS.lock().push(String::from("harbour.jpg"));
    let worker = thread::spawn(|| UPLOADS.lock()[0] = String::from("bridge.jpg"));

    let uploads = UPLOADS.lock();
    let first = uploads[0].as_str();
    drop(uploads); //~ E0505: cannot move out of `uploads` because it is borrowed
    println!("first: {first}");
    worker.join().unwrap();
}
// ANCHOR_END: main
