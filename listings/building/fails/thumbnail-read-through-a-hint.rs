//! A thumbnail is read through its hint
//!
//! If this compiled, the page could read a text while `main` drops it, or after that. A hint has no `Deref`; its only way to the value is `find`, which makes an owner.
//@ fixed-by: building/thumbnail-counted-in-two-halves

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicU64, Ordering, fence};
use std::thread;

// ANCHOR: types
const HINT: u64 = 1;
const OWNER: u64 = 1 << 32;

struct OnHeap<T> {
    counts: AtomicU64,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);
struct Hint<T>(NonNull<OnHeap<T>>);

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
// ANCHOR_END: types

// SAFETY: a hint can become an owner. Then two threads read the value at the same
// time, and the last owner drops it, so `T` must be `Sync` and `Send`. Owners and
// hints leave with a Release, which happens before the Acquire of the last one.
unsafe impl<T: Send + Sync> Send for Hint<T> {}

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

    fn hint(this: &Self) -> Hint<T> {
        this.counts().fetch_add(HINT, Ordering::Relaxed);
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

impl<T> Hint<T> {
    fn counts(&self) -> &AtomicU64 {
        // SAFETY: the memory is there as long as something counts.
        unsafe { &(*self.0.as_ptr()).counts }
    }

    // ANCHOR: find
    fn find(&self) -> Option<Shared<T>> {
        let one_more = |counts| (counts >= OWNER).then_some(counts + OWNER);
        self.counts()
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .ok()?;
        Some(Shared(self.0))
    }
    // ANCHOR_END: find
}

// ANCHOR: main
fn main() {
    let thumbnail = Shared::new(String::from("lake, 160 pixels"));
    let hint = Shared::hint(&thumbnail);
    let page = thread::spawn(move || Some(hint.len())); //~ E0599: no method named `len` found for struct `Hint<T>`

    drop(thumbnail);
    println!("found: {:?}", page.join().unwrap());
}
// ANCHOR_END: main
