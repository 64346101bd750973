//! A camera puts a third photo where the first one was, and has acquired that it was taken
//@ schedules

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{hint, thread};

// ANCHOR: ring
struct Ring {
    slots: [UnsafeCell<u32>; 2],
    put: AtomicUsize,
    taken: AtomicUsize,
}

// SAFETY: one thread at a time puts photos in, and one takes them out.
unsafe impl Sync for Ring {}

impl Ring {
    // ANCHOR: put
    fn put(&self, photo: u32) -> bool {
        let put = self.put.load(Ordering::Relaxed);
        if put - self.taken.load(Ordering::Acquire) == 2 {
            return false;
        }
        // SAFETY: nobody else puts. The slot is new, or the photo in it was copied
        // before the Release in `take`, which happens before the Acquire here.
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
    RING.put(1);
    RING.put(2);
    let camera = thread::spawn(|| {
        while !RING.put(3) {
            hint::spin_loop();
        }
    });

    let first = RING.take();
    camera.join().unwrap();
    println!("{first:?}, then {:?} and {:?}", RING.take(), RING.take());
}
// ANCHOR_END: main
