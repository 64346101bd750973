//! A broken file makes a thread panic while it has the guard, and then `main` wants to look
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::ops::{Deref, DerefMut};
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
}

// ANCHOR: guard
impl<T> SpinLock<T> {
    fn lock(&self) -> SpinGuard<'_, T> {
        while self.is_locked.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        SpinGuard { lock: self }
    }
}

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

struct Album {
    photos: u32,
    thumbnails: u32,
}

static ALBUM: SpinLock<Album> = SpinLock::new(Album {
    photos: 0,
    thumbnails: 0,
});

// ANCHOR: main
fn add(thumbnail: Option<u32>) {
    let mut album = ALBUM.lock();
    album.photos += 1;
    album.thumbnails += thumbnail.expect("a broken file"); //~ panic: a broken file
}

fn main() {
    let worker = thread::spawn(|| add(None));
    println!("worker: {}", worker.join().is_ok());
    let album = ALBUM.lock();
    let (photos, thumbnails) = (album.photos, album.thumbnails);
    println!("{photos} photos, {thumbnails} thumbnails");
}
// ANCHOR_END: main
