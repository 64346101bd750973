//! A photo is renamed by an owner who has found a count of 1
//!
//! The count of 1 says that the other owner is gone. The load doesn't acquire what that owner released when it counted itself out, so its reading of the name need not have happened before the writing.
//@ races
//@ schedules

// Undefined behaviour: the name is read and written, unordered.

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
impl<T> Shared<T> {
    fn get_mut(this: &mut Self) -> Option<&mut T> {
        if this.on_heap().owners.load(Ordering::Relaxed) != 1 {
            return None;
        }
        // SAFETY: this is the only owner, and it's lent exclusively.
        Some(unsafe { &mut this.0.as_mut().value })
    }
}

fn main() {
    let mut photo = Shared::new(String::from("lake"));
    let for_thumbnail = photo.clone();
    let worker = thread::spawn(move || for_thumbnail.len());

    if let Some(name) = Shared::get_mut(&mut photo) {
        name.push_str(".jpg");
    }
    println!("{} in the album", *photo);
    println!("read: {} letters", worker.join().unwrap());
}
// ANCHOR_END: shown
