//! A camera counts its photo, and then puts it into the slot
//!
//! What a release hands over is what was done before it. The photo is written after it, while the taker may already be reading.
//@ races
//@ schedules

// Undefined behaviour: a slot is read and written, unordered.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{hint, thread};

// ANCHOR: ring
struct Ring {
    slots: [UnsafeCell<u32>; 2],
    put: AtomicUsize,
    taken: AtomicUsize,
}

// SAFETY: one thread puts photos in, and one takes them out.
unsafe impl Sync for Ring {}

impl Ring {
    // ANCHOR: put
    fn put(&self, photo: u32) -> bool {
        let put = self.put.load(Ordering::Relaxed);
        if put - self.taken.load(Ordering::Acquire) == 2 {
            return false;
        }
        self.put.store(put + 1, Ordering::Release);
        // Unsound: the taker may be at the slot as soon as the photo counts.
        unsafe { *self.slots[put % 2].get() = photo };
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
    let camera = thread::spawn(|| {
        for photo in 1..=2 {
            while !RING.put(photo) {
                hint::spin_loop();
            }
        }
    });

    let mut photos = Vec::new();
    while photos.len() < 2 {
        photos.extend(RING.take());
        hint::spin_loop();
    }
    camera.join().unwrap();
    println!("photos {photos:?}");
}
// ANCHOR_END: main
