//! The views of a photo are counted in a `Cell` that two threads own
//!
//! The count of the owners is atomic, and the count of the views is not. Two threads read and write it through their own `Shared`, and nothing orders them. That safe code can do this is the fault of the `impl` of `Send`, which asks nothing of `T`.
//@ races
//@ schedules

// Undefined behaviour: two threads write to one `Cell`, unordered.

use std::cell::Cell;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering, fence};
use std::thread;

struct OnHeap<T> {
    owners: AtomicUsize,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let owners = AtomicUsize::new(1);
        let on_heap = Box::new(OnHeap { owners, value });
        Shared(NonNull::from(Box::leak(on_heap)))
    }

    fn on_heap(&self) -> &OnHeap<T> {
        // SAFETY: it's there as long as one owner counts, and this one does.
        unsafe { self.0.as_ref() }
    }
}

// ANCHOR: clone
impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        self.on_heap().owners.fetch_add(1, Ordering::Relaxed);
        Shared(self.0)
    }
}
// ANCHOR_END: clone

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.on_heap().value
    }
}

// ANCHOR: drop
impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        if self.on_heap().owners.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            // SAFETY: the last owner. Each other one has counted itself out with
            // Release, and what it did happens before the Acquire fence.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: shown
// SAFETY: the count is atomic, and only the last owner frees.
unsafe impl<T> Send for Shared<T> {}
unsafe impl<T> Sync for Shared<T> {}

fn main() {
    let views = Shared::new(Cell::new(0));
    let on_phone = views.clone();
    let phone = thread::spawn(move || on_phone.set(on_phone.get() + 1));

    views.set(views.get() + 1);
    phone.join().unwrap();
    println!("{} views", views.get());
}
// ANCHOR_END: shown
