//! Two threads count uploads behind a lock that is looked at between two tries
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
        // ANCHOR: take
        while self.is_locked.swap(true, Ordering::Acquire) {
            while self.is_locked.load(Ordering::Relaxed) {
                hint::spin_loop();
            }
        }
        // ANCHOR_END: take
        // SAFETY: of all who swap, the one who finds `false` has the content,
        // and has acquired what the last one did with it.
        let content = unsafe { &mut *self.content.get() };
        let result = work(content);
        self.is_locked.store(false, Ordering::Release);
        result
    }
    // ANCHOR_END: with
}

static UPLOADS: SpinLock<u32> = SpinLock::new(0);

fn main() {
    let worker = thread::spawn(|| UPLOADS.with(|uploads| *uploads += 1));
    UPLOADS.with(|uploads| *uploads += 1);
    worker.join().unwrap();
    println!("{} uploads", UPLOADS.with(|uploads| *uploads));
}
