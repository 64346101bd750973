//! A ring with room for two photos keeps the places of the next put and the next take
//!
//! After two photos the place of the next put is 0 again, where the next take is. By its places a full ring looks like an empty one.
//@ schedules

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

// ANCHOR: shown
struct Ring {
    slots: [UnsafeCell<u32>; 2],
    next_put: AtomicUsize,
    next_taken: AtomicUsize,
}

// SAFETY: one thread puts photos in, and one takes them out.
unsafe impl Sync for Ring {}

impl Ring {
    fn put(&self, photo: u32) {
        let next = self.next_put.load(Ordering::Relaxed);
        // SAFETY: no one else puts, and with two photos no slot is used twice.
        unsafe { *self.slots[next].get() = photo };
        self.next_put.store((next + 1) % 2, Ordering::Release);
    }

    fn take(&self) -> Option<u32> {
        let next = self.next_taken.load(Ordering::Relaxed);
        if next == self.next_put.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: no one else takes, and the Acquire has seen the photo put here.
        let photo = unsafe { *self.slots[next].get() };
        self.next_taken.store((next + 1) % 2, Ordering::Release);
        Some(photo)
    }
}

static RING: Ring = Ring {
    slots: [const { UnsafeCell::new(0) }; 2],
    next_put: AtomicUsize::new(0),
    next_taken: AtomicUsize::new(0),
};

fn main() {
    let camera = thread::spawn(|| {
        RING.put(1);
        RING.put(2);
    });
    camera.join().unwrap();

    println!("first {:?}, then {:?}", RING.take(), RING.take());
}
// ANCHOR_END: shown
