//! A guard with two fields is lent to a thread, and has no promise of its own
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
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
        SpinGuard {
            lock: self,
            as_if: PhantomData,
        }
    }
    // ANCHOR_END: lock
}

// ANCHOR: fields
struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
    as_if: PhantomData<&'a mut T>,
}
// ANCHOR_END: fields

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

// ANCHOR: main
fn main() {
    let views = SpinLock::new(AtomicU32::new(0));
    let guard = views.lock();
    thread::scope(|scope| {
        scope.spawn(|| guard.fetch_add(1, Ordering::Relaxed));
        guard.fetch_add(1, Ordering::Relaxed);
    });
    println!("{} views", guard.load(Ordering::Relaxed));
}
// ANCHOR_END: main
