//! A cache lends a thumbnail that one of its hints has found
//!
//! If this compiled, the owner that `find` has made would be gone when `look` returns. If the page then let go of the only other one before `main` prints, the text would be freed, and `main` would print what's in its place.
//@ fixed-by: building/thumbnail-given-by-its-cache

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
// ANCHOR_END: types

// SAFETY: its threads read the value at the same time, and the last one drops
// it. `T` has to bear both. The counts are atomic, and a hint can become an owner.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
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

// ANCHOR: cache
struct Cache {
    lake: Hint<String>,
}

impl Cache {
    fn look(&self) -> Option<&str> {
        let found = self.lake.find()?;
        Some(found.as_str()) //~ E0515: cannot return value referencing local variable
    }
}

fn main() {
    let lake = Shared::new(String::from("lake"));
    let cache = Cache {
        lake: Shared::hint(&lake),
    };
    let page = thread::spawn(move || drop(lake));

    let shown = cache.look();
    println!("shown: {:?}", shown.as_deref());
    page.join().unwrap();
}
// ANCHOR_END: cache
