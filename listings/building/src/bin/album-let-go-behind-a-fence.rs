//! The lock of the album is let go behind a fence
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering, fence};
use std::thread;

struct Album {
    taken: AtomicBool,
    photos: UnsafeCell<u32>,
}

// SAFETY: only who has set `taken` uses the count. The Release fence pairs with the
// next Acquire exchange, which reads the store behind it, and happens before it.
unsafe impl Sync for Album {}

// ANCHOR: add
impl Album {
    fn add(&self) {
        while self
            .taken
            .compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed)
            .is_err()
        {
            hint::spin_loop();
        }
        // SAFETY: we've set `taken`, so nobody else is here.
        unsafe { *self.photos.get() += 1 };
        fence(Ordering::Release);
        self.taken.store(false, Ordering::Relaxed);
    }
}
// ANCHOR_END: add

static ALBUM: Album = Album {
    taken: AtomicBool::new(false),
    photos: UnsafeCell::new(0),
};

fn main() {
    let upload = thread::spawn(|| ALBUM.add());
    ALBUM.add();
    upload.join().unwrap();
    // SAFETY: the other thread is joined.
    let photos = unsafe { *ALBUM.photos.get() };
    println!("photos in the album: {photos}");
}
