//! Four pages show thumbnails out of a cache that owns none of them

use std::collections::HashMap;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::process;
use std::ptr::{self, NonNull};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering, fence};
use std::thread;

// ANCHOR: types
const HINT: u64 = 1;
const OWNER: u64 = 1 << 32;

// So many owners, or hints, are too many.
const LIMIT: u64 = 1 << 31;

struct OnHeap<T> {
    counts: AtomicU64,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);
struct Hint<T>(NonNull<OnHeap<T>>);
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
        let counts = this.counts().fetch_add(HINT, Ordering::Relaxed);
        if counts % OWNER >= LIMIT {
            process::abort();
        }
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
        let counts = self
            .counts()
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more)
            .ok()?;
        if counts / OWNER >= LIMIT {
            process::abort();
        }
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

static MADE: AtomicU64 = AtomicU64::new(0);
static ALIVE: AtomicI64 = AtomicI64::new(0);

struct Thumbnail {
    photo: u64,
}

impl Thumbnail {
    fn make(photo: u64) -> Self {
        MADE.fetch_add(1, Ordering::Relaxed);
        ALIVE.fetch_add(1, Ordering::Relaxed);
        Thumbnail { photo }
    }
}

impl Drop for Thumbnail {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::Relaxed);
    }
}

// ANCHOR: main
type Cache = Mutex<HashMap<u64, Hint<Thumbnail>>>;

fn thumbnail(cache: &Cache, photo: u64) -> Shared<Thumbnail> {
    let mut cache = cache.lock().unwrap();
    if let Some(found) = cache.get(&photo).and_then(Hint::find) {
        return found;
    }
    let made = Shared::new(Thumbnail::make(photo));
    cache.insert(photo, Shared::hint(&made));
    made
}

fn main() {
    let cache = Cache::default();
    let show = || (0..20_000).all(|n| thumbnail(&cache, n % 10).photo == n % 10);
    thread::scope(|s| {
        for page in [s.spawn(show), s.spawn(show), s.spawn(show), s.spawn(show)] {
            println!("all thumbnails right: {}", page.join().unwrap());
        }
    });
    println!("alive: {}", ALIVE.load(Ordering::Relaxed));
    println!("made 10 or more: {}", MADE.load(Ordering::Relaxed) >= 10);
}
// ANCHOR_END: main
