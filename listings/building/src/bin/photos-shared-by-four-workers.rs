//! Four workers clone and drop the owners of 1,000 photos

use std::ops::Deref;
use std::process;
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
        let before = self.on_heap().owners.fetch_add(1, Ordering::Relaxed);
        if before > usize::MAX / 2 {
            process::abort();
        }
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

struct Photo {
    number: u64,
    freed: &'static AtomicUsize,
}

impl Drop for Photo {
    fn drop(&mut self) {
        self.freed.fetch_add(1, Ordering::Relaxed);
    }
}

static FREED: AtomicUsize = AtomicUsize::new(0);

// ANCHOR: main
fn main() {
    let photos: Vec<_> = (1..=1_000)
        .map(|number| Photo {
            number,
            freed: &FREED,
        })
        .map(Shared::new)
        .collect();
    let look = |photos: Vec<Shared<Photo>>| {
        let mut sum = 0;
        for photo in photos {
            for _ in 0..100 {
                sum += photo.clone().number;
            }
        }
        sum
    };
    let workers = [photos.clone(), photos.clone(), photos.clone(), photos]
        .map(|photos| thread::spawn(move || look(photos)));

    for worker in workers {
        println!("sum: {}", worker.join().unwrap());
    }
    println!("freed: {}", FREED.load(Ordering::Relaxed));
}
// ANCHOR_END: main
