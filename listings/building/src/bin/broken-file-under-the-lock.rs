//! A broken file makes a thread panic under the lock, and then `main` wants to look
//@ hangs
//@ schedules

use std::cell::UnsafeCell;
use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct SpinLock<T> {
    is_locked: AtomicBool,
    content: UnsafeCell<T>,
}

// SAFETY: one thread at a time has the content. Its store with Release in `with`
// happens before the Acquire of the next one.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    const fn new(content: T) -> SpinLock<T> {
        SpinLock {
            is_locked: AtomicBool::new(false),
            content: UnsafeCell::new(content),
        }
    }

    // ANCHOR: with
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        while self.is_locked.swap(true, Ordering::Acquire) {
            hint::spin_loop();
        }
        // SAFETY: of all who swap, the one who finds `false` has the content,
        // and has acquired what the last one did with it.
        let content = unsafe { &mut *self.content.get() };
        let result = work(content);
        self.is_locked.store(false, Ordering::Release);
        result
    }
    // ANCHOR_END: with
}

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
    ALBUM.with(|album| {
        album.photos += 1;
        album.thumbnails += thumbnail.expect("a broken file"); //~ panic: a broken file
    });
}

fn main() {
    let worker = thread::spawn(|| add(None));
    println!("worker: {}", worker.join().is_ok());
    let (photos, thumbnails) = ALBUM.with(|album| (album.photos, album.thumbnails));
    println!("{photos} photos, {thumbnails} thumbnails");
}
// ANCHOR_END: main
