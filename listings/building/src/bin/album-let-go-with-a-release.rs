//! Two threads each add a photo to an album behind a lock of its own
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Album {
    taken: AtomicBool,
    photos: UnsafeCell<u32>,
}

// SAFETY: only who has set `taken` uses the count. The Release that lets go
// happens before the Acquire that takes it next.
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
        // SAFETY: we have set `taken`, and whoever had it has let go with a Release.
        unsafe { *self.photos.get() += 1 };
        self.taken.store(false, Ordering::Release);
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
