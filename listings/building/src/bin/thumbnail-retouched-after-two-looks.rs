//! Owners and hints are counted in two numbers, and `get_mut` looks at one after the other
//!
//! `get_mut` sees no hint. The page makes one and lets go of its owner, and now `get_mut` sees no other owner. Both looks were right, each in its moment, and there was never a moment in which both would have been.
//@ races
//@ schedules

// Undefined behaviour: the thumbnail is read and written, unordered.

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

// SAFETY: owners read the value on two threads at the same time, and the last one
// drops it, so `T` must be `Sync` and `Send`. Owners and hints leave with SeqCst,
// a Release that happens before the Acquire of the last one.
unsafe impl<T: Send + Sync> Send for Shared<T> {}

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        let (owners, hints) = (AtomicU64::new(1), AtomicU64::new(1));
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

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        // SAFETY: this owner counts.
        unsafe { &(*self.0.as_ptr()).owners }.fetch_add(1, Ordering::SeqCst);
        Shared(self.0)
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

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        // SAFETY: this owner still counts.
        let owners = unsafe { &(*self.0.as_ptr()).owners };
        if owners.fetch_sub(1, Ordering::SeqCst) == 1 {
            let _hint = Hint(self.0);
            // SAFETY: the last owner, and what the others did happens before.
            unsafe { ptr::drop_in_place(&raw mut (*self.0.as_ptr()).value) };
        }
    }
}

impl<T> Drop for Hint<T> {
    fn drop(&mut self) {
        // SAFETY: this hint still counts.
        let hints = unsafe { &(*self.0.as_ptr()).hints };
        if hints.fetch_sub(1, Ordering::SeqCst) == 1 {
            let on_heap = self.0.as_ptr().cast::<ManuallyDrop<OnHeap<T>>>();
            // SAFETY: nothing counts any more, and the value has been dropped.
            drop(unsafe { Box::from_raw(on_heap) });
        }
    }
}

// ANCHOR: shown
impl<T> Shared<T> {
    fn get_mut(this: &mut Self) -> Option<&mut T> {
        // SAFETY: this owner counts, so the memory is there.
        let (owners, hints) = unsafe { (&(*this.0.as_ptr()).owners, &(*this.0.as_ptr()).hints) };
        if hints.load(Ordering::SeqCst) != 1 || owners.load(Ordering::SeqCst) != 1 {
            return None;
        }
        // SAFETY: there's no hint, and the only owner is lent exclusively.
        Some(unsafe { &mut (*this.0.as_ptr()).value })
    }
}

fn main() {
    let mut thumbnail = Shared::new(String::from("lake"));
    let for_page = thumbnail.clone();
    let page = thread::spawn(move || {
        let hint = Shared::hint(&for_page);
        drop(for_page);
        hint.find().map(|found| found.len())
    });

    if let Some(text) = Shared::get_mut(&mut thumbnail) {
        text.push_str(", brighter");
    }
    println!("{}", *thumbnail);
    println!("found: {:?}", page.join().unwrap());
}
// ANCHOR_END: shown
