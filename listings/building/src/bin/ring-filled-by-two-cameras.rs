//! Two cameras put one photo each into a ring
//!
//! Both read a count of 0, and both write into the first slot. That one thread puts and one takes was a promise in a comment, and no type holds anybody to it.
//@ races
//@ schedules

// Undefined behaviour: two threads write into one slot, unordered.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

// ANCHOR: ring
struct Ring {
    slots: [UnsafeCell<u32>; 2],
    put: AtomicUsize,
    taken: AtomicUsize,
}

// Unsound: any thread can call `put`.
unsafe impl Sync for Ring {}

impl Ring {
    // ANCHOR: put
    fn put(&self, photo: u32) -> bool {
        let put = self.put.load(Ordering::Relaxed);
        if put - self.taken.load(Ordering::Acquire) == 2 {
            return false;
        }
        // Unsound: somebody else may put.
        unsafe { *self.slots[put % 2].get() = photo };
        self.put.store(put + 1, Ordering::Release);
        true
    }
    // ANCHOR_END: put

    fn take(&self) -> Option<u32> {
        let taken = self.taken.load(Ordering::Relaxed);
        if self.put.load(Ordering::Acquire) == taken {
            return None;
        }
        // SAFETY: nobody else takes. The photo was written before the Release in
        // `put`, which happens before the Acquire here.
        let photo = unsafe { *self.slots[taken % 2].get() };
        self.taken.store(taken + 1, Ordering::Release);
        Some(photo)
    }
}
// ANCHOR_END: ring

static RING: Ring = Ring {
    slots: [const { UnsafeCell::new(0) }; 2],
    put: AtomicUsize::new(0),
    taken: AtomicUsize::new(0),
};

// ANCHOR: main
fn main() {
    let front = thread::spawn(|| RING.put(1));
    let back = RING.put(2);

    println!("put: {} and {back}", front.join().unwrap());
    println!("first {:?}, then {:?}", RING.take(), RING.take());
}
// ANCHOR_END: main
