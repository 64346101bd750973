//! An upload with two owners, each of whom counts itself out and looks whether it was the last
//!
//! Both owners count themselves out, and the count is 0. Then each of them looks, and is told that nobody is left. Whoever frees the photo frees the count too, at which the other one has yet to look, or has just looked and is about to free the photo again. No ordering can repair this; these are the strictest there are.
//@ races
//@ schedules

// Undefined behaviour: the count may be read when its memory has been freed.

use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

// ANCHOR: shown
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
        self.on_heap().owners.fetch_sub(1, Ordering::SeqCst);
        if self.on_heap().owners.load(Ordering::SeqCst) == 0 {
            // SAFETY: nobody else is left, as the count says.
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
// ANCHOR_END: shown
