//! A hint asks the count of the owners whether a thumbnail is still there
//!
//! If the owner is gone, its memory is gone, and the count with it. The hint reads a count in memory that was freed, where it may find any number, and if that isn't 0, it believes that it has an owner.
//@ races
//@ schedules

// Undefined behaviour: the count may be read after its memory was freed.

use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::thread;

struct OnHeap<T> {
    owners: AtomicU64,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);
struct Hint<T>(NonNull<OnHeap<T>>);

// SAFETY: a hint can become an owner. Then two threads read the value at the same
// time, and the last owner drops it, so `T` must be `Sync` and `Send`. Each owner
// leaves with a Release, which happens before the Acquire of the last one.
unsafe impl<T: Send + Sync> Send for Hint<T> {}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let owners = AtomicU64::new(1);
        let on_heap = Box::new(OnHeap { owners, value });
        Shared(NonNull::from(Box::leak(on_heap)))
    }

    fn hint(this: &Self) -> Hint<T> {
        Hint(this.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the value is there as long as one owner counts.
        unsafe { &(*self.0.as_ptr()).value }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        // SAFETY: this owner still counts.
        let owners = unsafe { &(*self.0.as_ptr()).owners };
        if owners.fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            // SAFETY: the last owner, and what the others did happens before.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

// ANCHOR: shown
impl<T> Hint<T> {
    fn find(&self) -> Option<Shared<T>> {
        // SAFETY: only the count is read, and that says 0 when the owners are gone.
        let owners = unsafe { &(*self.0.as_ptr()).owners };
        let one_more = |owners| (owners > 0).then_some(owners + 1);
        owners
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .ok()?;
        Some(Shared(self.0))
    }
}

fn main() {
    let thumbnail = Shared::new(String::from("lake, 160 pixels"));
    let hint = Shared::hint(&thumbnail);
    let page = thread::spawn(move || hint.find().map(|found| found.len()));

    drop(thumbnail);
    println!("found: {:?}", page.join().unwrap());
}
// ANCHOR_END: shown
