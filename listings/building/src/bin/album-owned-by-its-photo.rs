//! A photo in an album knows the album that it is in by a `Shared`
//!
//! When `main` returns, its two owners go. The album still has an owner, which lies in the photo, and the photo has one, which lies in the album. Nothing else leads to either.
//@ leaks
//@ schedules

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering, fence};

// ANCHOR: types
const HINT: u64 = 1;
const OWNER: u64 = 1 << 32;

struct OnHeap<T> {
    counts: AtomicU64,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);
struct Hint<T>(NonNull<OnHeap<T>>);
// ANCHOR_END: types

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let counts = AtomicU64::new(OWNER + HINT);
        let on_heap = Box::new(OnHeap { counts, value });
        Shared(NonNull::from(Box::leak(on_heap)))
    }

    fn counts(&self) -> &AtomicU64 {
        // SAFETY: the memory is there as long as something counts.
        unsafe { &(*self.0.as_ptr()).counts }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        self.counts().fetch_add(OWNER, Ordering::Relaxed);
        Shared(self.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the value is there as long as one owner counts.
        unsafe { &(*self.0.as_ptr()).value }
    }
}

impl<T> Hint<T> {
    fn counts(&self) -> &AtomicU64 {
        // SAFETY: the memory is there as long as something counts.
        unsafe { &(*self.0.as_ptr()).counts }
    }
}

// ANCHOR: drop
impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        if self.counts().fetch_sub(OWNER, Ordering::Release) / OWNER == 1 {
            fence(Ordering::Acquire);
            // The hint that all owners had together is given back after this.
            let _hint = Hint(self.0);
            // SAFETY: the last owner. What the others did happens before the
            // fence, and a hint finds no owner any more.
            unsafe { ptr::drop_in_place(&raw mut (*self.0.as_ptr()).value) };
        }
    }
}

impl<T> Drop for Hint<T> {
    fn drop(&mut self) {
        if self.counts().fetch_sub(HINT, Ordering::Release) == HINT {
            fence(Ordering::Acquire);
            let on_heap = self.0.as_ptr().cast::<ManuallyDrop<OnHeap<T>>>();
            // SAFETY: nothing counts any more, the value has been dropped, and
            // all that happens before the fence.
            drop(unsafe { Box::from_raw(on_heap) });
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: album
struct Album {
    photos: Mutex<Vec<Shared<Photo>>>,
}

// ANCHOR: photo
struct Photo {
    album: Shared<Album>,
}
// ANCHOR_END: photo

impl Drop for Album {
    fn drop(&mut self) {
        println!("album closed");
    }
}

fn main() {
    let album = Shared::new(Album {
        photos: Mutex::new(Vec::new()),
    });
    let photo = Shared::new(Photo {
        album: album.clone(),
    });
    album.photos.lock().unwrap().push(photo.clone());
    println!("photos: {}", photo.album.photos.lock().unwrap().len());
}
// ANCHOR_END: album
