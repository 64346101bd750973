//! Two workers make the same preview
//!
//! The promise in front of the `impl` says that only one thread uses the width until the flag is set, and nothing in the type sees to it. Two calls of `make` write to the width, and nothing puts the one before the other.
//@ races
//@ schedules

// Undefined behaviour: `make` is called by two threads.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Preview {
    width: UnsafeCell<u32>,
    is_made: AtomicBool,
}

// SAFETY: until `is_made` is set, only the thread in `make` uses the width;
// afterwards nobody writes to it. What `make` does before its Release
// happens before what follows an Acquire that reads `true`.
unsafe impl Sync for Preview {}

impl Preview {
    fn make(&self, width: u32) {
        // SAFETY: the flag isn't set, so nobody else uses the width.
        unsafe { *self.width.get() = width };
        self.is_made.store(true, Ordering::Release);
    }

    fn width(&self) -> Option<u32> {
        if !self.is_made.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: the flag is set, and the Acquire has taken in the writing.
        Some(unsafe { *self.width.get() })
    }
}

static PREVIEW: Preview = Preview {
    width: UnsafeCell::new(0),
    is_made: AtomicBool::new(false),
};

// ANCHOR: main
fn main() {
    let worker = thread::spawn(|| PREVIEW.make(320));
    PREVIEW.make(640);
    worker.join().unwrap();
    println!("preview: {:?}", PREVIEW.width());
}
// ANCHOR_END: main
