//! Two owners of a photo ask for it at the same time
//@ schedules

use std::mem::ManuallyDrop;
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

    // ANCHOR: into_inner
    fn into_inner(this: Self) -> Option<T> {
        let this = ManuallyDrop::new(this);
        if this.on_heap().owners.fetch_sub(1, Ordering::Release) != 1 {
            return None;
        }
        fence(Ordering::Acquire);
        // SAFETY: the last owner, as in `drop`, which won't run for this one.
        Some(unsafe { Box::from_raw(this.0.as_ptr()) }.value)
    }
    // ANCHOR_END: into_inner
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

fn main() {
    let photo = Shared::new(String::from("lake.jpg"));
    let for_thumbnail = photo.clone();
    let worker = thread::spawn(move || Shared::into_inner(for_thumbnail));

    let mine = Shared::into_inner(photo);
    let theirs = worker.join().unwrap();
    println!("taken by {}", mine.iter().count() + theirs.iter().count());
}
