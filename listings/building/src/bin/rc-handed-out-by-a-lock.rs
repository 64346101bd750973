//! Two threads take a copy of an `Rc` out of a lock
//!
//! Both clone the `Rc` under the lock, and drop their clones when they no longer have it. So the count of owners is changed by both, without a lock and not atomically.
//@ races
//@ schedules

// Undefined behaviour: an `Rc` is given to two threads.

use std::cell::UnsafeCell;
use std::hint;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct SpinLock<T> {
    is_locked: AtomicBool,
    content: UnsafeCell<T>,
}

// SAFETY: one thread at a time has the content.
unsafe impl<T> Sync for SpinLock<T> {}

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
    let title = SpinLock::new(Rc::new(String::from("Harbour")));
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            let mine = Rc::clone(&title.lock());
            mine.len()
        });
        let mine = Rc::clone(&title.lock());
        println!("{} and {}", mine.len(), worker.join().unwrap());
    });
}
// ANCHOR_END: main
