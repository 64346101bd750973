//! The memory of a thumbnail is freed by an owner that sees no hints, or by a hint that sees no owners
//!
//! The last owner and the last hint count themselves out, and then each looks at the number of the other. Both may find a 0, and would both free the memory. Or one of them has freed it when the other comes to look.
//@ races
//@ schedules

// Undefined behaviour: a count may be read when its memory has been freed.

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

struct OnHeap<T> {
    owners: AtomicU64,
    hints: AtomicU64,
    value: T,
}

struct Shared<T>(NonNull<OnHeap<T>>);
struct Hint<T>(NonNull<OnHeap<T>>);

// SAFETY: a hint can become an owner. Then two threads read the value at the same
// time, and the last owner drops it, so `T` must be `Sync` and `Send`. Each owner
// leaves with SeqCst, a Release that happens before the Acquire of the last one.
unsafe impl<T: Send + Sync> Send for Hint<T> {}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let (owners, hints) = (AtomicU64::new(1), AtomicU64::new(0));
        let on_heap = Box::new(OnHeap {
            owners,
            hints,
            value,
        });
        Shared(NonNull::from(Box::leak(on_heap)))
    }

    fn hint(this: &Self) -> Hint<T> {
        // SAFETY: this owner counts.
        unsafe { &(*this.0.as_ptr()).hints }.fetch_add(1, Ordering::SeqCst);
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
    fn find(&self) -> Option<Shared<T>> {
        // SAFETY: this hint counts, so the memory is there.
        let owners = unsafe { &(*self.0.as_ptr()).owners };
        let one_more = |owners| (owners > 0).then_some(owners + 1);
        owners
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more)
            .ok()?;
        Some(Shared(self.0))
    }
}

// ANCHOR: shown
impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        // SAFETY: this owner still counts.
        let (owners, hints) = unsafe { (&(*self.0.as_ptr()).owners, &(*self.0.as_ptr()).hints) };
        if owners.fetch_sub(1, Ordering::SeqCst) == 1 {
            // SAFETY: the last owner.
            unsafe { ptr::drop_in_place(&raw mut (*self.0.as_ptr()).value) };
            if hints.load(Ordering::SeqCst) == 0 {
                free(self.0);
            }
        }
    }
}

impl<T> Drop for Hint<T> {
    fn drop(&mut self) {
        // SAFETY: this hint still counts.
        let (owners, hints) = unsafe { (&(*self.0.as_ptr()).owners, &(*self.0.as_ptr()).hints) };
        if hints.fetch_sub(1, Ordering::SeqCst) == 1 && owners.load(Ordering::SeqCst) == 0 {
            free(self.0);
        }
    }
}

fn free<T>(on_heap: NonNull<OnHeap<T>>) {
    let on_heap = on_heap.as_ptr().cast::<ManuallyDrop<OnHeap<T>>>();
    // SAFETY: no owner and no hint is left, as the two counts say.
    drop(unsafe { Box::from_raw(on_heap) });
}

fn main() {
    let thumbnail = Shared::new(String::from("lake, 160 pixels"));
    let hint = Shared::hint(&thumbnail);
    let page = thread::spawn(move || hint.find().map(|found| found.len()));

    drop(thumbnail);
    println!("found: {:?}", page.join().unwrap());
}
// ANCHOR_END: shown
