//! A photo whose count is a `u8`, and 255 of its owners are forgotten
//!
//! With the 255 forgotten ones the count goes from 1 to 256, for which there is no room in a `u8`: it is 0 again. The next clone makes it 1, and dropping that one frees the photo, which `main` still owns.
//@ races
//@ schedules

// Undefined behaviour: the photo is used after it was freed.

use std::mem;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU8, Ordering, fence};

struct OnHeap<T> {
    owners: AtomicU8,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);

// SAFETY: its threads read the value at the same time, and the last one drops
// it. `T` has to bear both. The count is atomic.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let owners = AtomicU8::new(1);
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

// ANCHOR: main
fn main() {
    let photo = Shared::new(String::from("lake.jpg"));
    for _ in 0..255 {
        mem::forget(photo.clone());
    }
    drop(photo.clone());
    println!("preview of {}", *photo);
}
// ANCHOR_END: main
