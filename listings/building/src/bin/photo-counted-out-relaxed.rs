//! An upload whose owners count themselves out with `Relaxed`, and the last one has an acquire fence
//!
//! The fence takes in what was released by the subtractions before its own, and none of them has released anything. So nothing puts the other owner's reading before the freeing.
//@ races
//@ schedules

// Undefined behaviour: the photo is freed unordered with its reading.

use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering, fence};
use std::thread;

struct OnHeap<T> {
    owners: AtomicUsize,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);

// SAFETY: its threads read the value at the same time, and the last one drops
// it. `T` has to bear both. The count is atomic.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

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
        if self.on_heap().owners.fetch_sub(1, Ordering::Relaxed) == 1 {
            fence(Ordering::Acquire);
            // Unsound: no owner has released what it did, so there's nothing to acquire.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: main
fn main() {
    let photo = Shared::new(String::from("lake.jpg"));
    let for_thumbnail = photo.clone();
    let worker = thread::spawn(move || for_thumbnail.len());

    println!("preview of {}", *photo);
    drop(photo);
    println!("a name of {} letters", worker.join().unwrap());
}
// ANCHOR_END: main
