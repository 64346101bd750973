//! The album of the book's chapter *Four tools on one bug*, rewritten for loom as the chapter says, and what loom says of it:
//! it finds the race where the lock is let go with `Relaxed`, and nothing where a fence stands in front of the same store, or
//! where the store itself releases.

use loom::cell::UnsafeCell;
use loom::sync::Arc;
use loom::sync::atomic::{AtomicBool, Ordering, fence};
use loom::{hint, thread};

struct Album {
    taken: AtomicBool,
    photos: UnsafeCell<u32>,
    /// What stands in front of the store that lets go of the lock.
    before_it_is_let_go: fn(),
    /// The ordering of that store.
    let_go: Ordering,
}

// SAFETY: only who has set `taken` uses the count. Whether that is enough is what loom is asked.
unsafe impl Sync for Album {}

impl Album {
    fn add(&self) {
        while self.taken.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            hint::spin_loop();
        }
        // SAFETY: `taken` has been set here, so nobody else is here.
        self.photos.with_mut(|photos| unsafe { *photos += 1 });
        (self.before_it_is_let_go)();
        self.taken.store(false, self.let_go);
    }
}

/// Both threads add a photo, under every order that loom knows of.
fn two_photos(before_it_is_let_go: fn(), let_go: Ordering) {
    loom::model(move || {
        let (taken, photos) = (AtomicBool::new(false), UnsafeCell::new(0));
        let album = Arc::new(Album { taken, photos, before_it_is_let_go, let_go });
        let of_upload = Arc::clone(&album);
        let upload = thread::spawn(move || of_upload.add());
        album.add();
        upload.join().unwrap();
        // SAFETY: the other thread is joined.
        let photos = album.photos.with(|photos| unsafe { *photos });
        assert_eq!(photos, 2);
    });
}

#[test]
#[should_panic(expected = "Causality violation: Concurrent")]
fn a_lock_that_is_let_go_with_relaxed_does_not_order_what_is_under_it() {
    two_photos(|| {}, Ordering::Relaxed);
}

#[test]
fn a_fence_in_front_of_that_store_does() {
    two_photos(|| fence(Ordering::Release), Ordering::Relaxed);
}

#[test]
fn a_store_that_releases_does() {
    two_photos(|| {}, Ordering::Release);
}
