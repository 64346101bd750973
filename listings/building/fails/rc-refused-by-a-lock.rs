//! A lock that asks `T: Send` of its content is given an `Rc`
//!
//! If this compiled, both threads would drop their copies outside the lock, and change a plain count of owners at the same time. The title might be freed while one of them still reads it, or twice.
//@ fixed-by: building/arc-handed-out-by-a-lock

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
    let title = SpinLock::new(Rc::new(String::from("Harbour")));
    // ANCHOR: worker
    thread::scope(|scope| {
        let worker = scope.spawn(|| {
            //~^ E0277: `Rc<String>` cannot be sent between threads safely
            let mine = Rc::clone(&title.lock());
            mine.len()
        });
        // ANCHOR_END: worker
        let mine = Rc::clone(&title.lock());
        println!("{} and {}", mine.len(), worker.join().unwrap());
    });
}
// ANCHOR_END: main
